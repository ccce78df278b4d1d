import { spawn } from "node:child_process";
import { readdir, stat, utimes, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { withLock } from "./build-lock";

/** What goes into the pages, relative to the repository; folders with everything below them. */
const sources = [
  "shared",
  "word-addin",
  "outlook-addin",
  "teams-bot",
  "playground",
  "relay/admin-page",
  "webpack.config.mjs",
  "webpack.pane-budget.mjs",
  "package-lock.json",
];

/** What a whole build leaves in dist; a build that failed half-way does not have them all. */
const pages = [
  "word/taskpane.html",
  "outlook/taskpane.html",
  "teams/tab.html",
  "admin/index.html",
  "playground/index.html",
  "playground/mail.html",
  "playground/teams.html",
];

export interface BuildOptions {
  /** Root of the repository. */
  repository: string;
  /** Folder for what this machine keeps (ignored by git). */
  localFolder: string;
  /** Says one line to the person at the terminal. */
  say(line: string): void;
}

/** The build failed; `output` is the end of what the bundler printed. */
export class BuildFailedError extends Error {
  constructor(readonly output: string) {
    super("the pages could not be built");
    this.name = "BuildFailedError";
  }
}

/** Builds the pages when there are none, or when a source is newer than the last build. One process builds at a time. */
export async function buildWhenStale(options: BuildOptions): Promise<void> {
  if (!(await isStale(options))) return;
  const lockFile = join(options.localFolder, "build.lock");
  const build = async (): Promise<void> => {
    // Another process may have built while this one waited.
    if (!(await isStale(options))) return;
    options.say("Building the pages (about a minute the first time) ...");
    // A source that changes while the bundler runs may have been missed: the time of the start counts.
    const startedAt = new Date();
    await runBuild(options.repository);
    await writeFile(stampFile(options.localFolder), "");
    await utimes(stampFile(options.localFolder), startedAt, startedAt);
  };
  await withLock(lockFile, build, () =>
    options.say(`Another process builds the pages (${lockFile}); waiting for it ...`),
  );
}

/**
 * True when a page is missing, or a source is newer than the last build of ours that succeeded. (The dates of the built
 * files do not tell: the bundler leaves files alone whose content did not change.)
 */
export async function isStale({
  repository,
  localFolder,
}: Pick<BuildOptions, "repository" | "localFolder">): Promise<boolean> {
  const built = await Promise.all(pages.map((page) => newest(join(repository, "dist", page))));
  if (built.includes(0)) return true;
  const builtAt = await newest(stampFile(localFolder));
  const changed = await Promise.all(sources.map((source) => newest(join(repository, source))));
  return Math.max(...changed) > builtAt;
}

function stampFile(localFolder: string): string {
  return join(localFolder, "last-build");
}

/** Newest change of a file, or of any file below a folder, in milliseconds since 1970; 0 when there is none. */
async function newest(path: string): Promise<number> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = (await readdir(path)).filter((name) => !isByproduct(name));
  return Math.max(0, ...(await Promise.all(names.map((name) => newest(join(path, name))))));
}

/** Other people's packages, and what tools write beside the sources. */
function isByproduct(name: string): boolean {
  return name === "node_modules" || name === "dist" || name.startsWith(".") || name.endsWith(".tsbuildinfo");
}

function runBuild(repository: string): Promise<void> {
  const webpack = createRequire(join(repository, "package.json")).resolve("webpack/bin/webpack.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [webpack, "--mode", "production"], {
      cwd: repository,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keepEnd = (piece: Buffer): void => {
      output = (output + piece.toString()).slice(-4000);
    };
    child.stdout.on("data", keepEnd);
    child.stderr.on("data", keepEnd);
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new BuildFailedError(output))));
  });
}
