import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWhenStale } from "../playground/src/server/build-when-stale";
import { ensureChromium } from "./support/chromium";

/**
 * `npm test`: makes sure of a browser, builds what is stale, then runs all tiers. Arguments go to jest, so
 * `npm test -- --selectProjects node` runs without a browser.
 */
const repository = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
const selected = args.includes("--selectProjects") ? args.slice(args.indexOf("--selectProjects") + 1) : undefined;
const needsBrowser = selected === undefined || selected.includes("e2e");

try {
  if (needsBrowser) {
    process.env["CHROME_PATH"] = ensureChromium();
    await buildWhenStale({
      repository,
      localFolder: join(repository, ".local"),
      say: (line) => process.stdout.write(`${line}\n`),
    });
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
const { status } = spawnSync(process.execPath, [jest, ...args], {
  stdio: "inherit",
  // Loaders of this process (tsx) must not reach jest, which transpiles by itself.
  env: {
    ...process.env,
    NODE_OPTIONS: [process.env["NODE_OPTIONS"], "--experimental-vm-modules"].filter(Boolean).join(" "),
  },
});
process.exit(status ?? 1);
