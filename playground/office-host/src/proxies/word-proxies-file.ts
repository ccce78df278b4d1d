import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Writes the script of `generateWordProxies()` into a folder (for example `.local/`) and returns its path. Generating
 * takes seconds, so the file is kept and used again until the declarations, the compiler or the generator change.
 */
export async function writeWordProxies(directory: string): Promise<string> {
  const file = join(directory, `word-proxies-${await fingerprint()}.js`);
  if ((await readIfPresent(file)) !== undefined) return file;
  // The compiler takes longer to load than the kept file to read.
  const { generateWordProxies } = await import("./generate-word-proxies");
  await mkdir(directory, { recursive: true });
  // Several may start at once: each writes its own file, and the rename puts a whole one in place.
  const own = `${file}.${randomUUID()}.part`;
  await writeFile(own, generateWordProxies());
  await rename(own, file);
  return file;
}

let loaded: Promise<string> | undefined;

/** The script's text, generated once per machine and read once per process. */
export function loadWordProxies(): Promise<string> {
  loaded ??= writeWordProxies(join(tmpdir(), "office-host")).then((file) => readFile(file, "utf8"));
  return loaded;
}

async function fingerprint(): Promise<string> {
  const require = createRequire(import.meta.url);
  const hash = createHash("sha256");
  for (const name of ["@types/office-js", "typescript"]) {
    hash.update(await readFile(require.resolve(`${name}/package.json`)));
  }
  for (const name of ["word-declarations.ts", "apply-word-proxies.ts", "generate-word-proxies.ts"]) {
    hash.update(await readFile(new URL(`./${name}`, import.meta.url)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
