import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateWordProxies, writeWordProxies } from "@genai-office/office-host/proxies";

describe("the file of the generated proxies", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "word-proxies-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it("is written once, whole, and used again", async () => {
    const [one, other] = await Promise.all([
      writeWordProxies(join(folder, "new")),
      writeWordProxies(join(folder, "new")),
    ]);
    expect(one).toBe(other);
    expect(await readFile(one, "utf8")).toBe(generateWordProxies());
    const { mtimeMs } = await stat(one);
    expect(await writeWordProxies(join(folder, "new"))).toBe(one);
    expect((await stat(one)).mtimeMs).toBe(mtimeMs);
    expect(await readdir(join(folder, "new"))).toHaveLength(1);
  });

  it("fails when its folder cannot be made", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(writeWordProxies(join(folder, "file"))).rejects.toThrow();
  });
});
