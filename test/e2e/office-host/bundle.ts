import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack from "webpack";

/** A TypeScript entry and what it imports, as one classic script. */
export async function bundle(entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "bundle-"));
  try {
    await run({
      mode: "development",
      devtool: false,
      entry,
      output: { path: folder, filename: "main.js" },
      resolve: { extensions: [".ts", ".tsx", ".js"] },
      module: {
        rules: [
          {
            test: /\.tsx?$/,
            exclude: /node_modules/,
            loader: "swc-loader",
            options: { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022" } },
          },
        ],
      },
    });
    return await readFile(join(folder, "main.js"), "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(configuration: webpack.Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ preset: "errors-only" })));
      else resolve();
    });
  });
}
