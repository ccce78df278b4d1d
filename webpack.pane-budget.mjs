import { gzipSync } from "node:zlib";

/**
 * Chunks by name that every pane asks for right after its first paint, without a click. A pane's entry is next to
 * nothing, so that its skeleton is painted first; then come NAME-pane (with the
 * vendor chunk), the way to the relay, and the room of Office or of Teams. What looks into a mail comes when a person turns to the
 * pane (outlook-addin/src/features/selection/attention.ts), the tasks come with the first click.
 */
export const startChunks = (pane) => [
  pane === "teams" ? "teams-tab" : `${pane}-pane`,
  "relay",
  "document",
  "mailbox",
  "teams-host",
];

/**
 * All chunk groups that follow from one without a click. A part that comes later says so by a name of its own: what nobody has
 * named counts as if it came at once.
 */
function startGroups(group, pane, found = new Set([group])) {
  for (const child of group.getChildren()) {
    const isLater = Boolean(child.name) && !startChunks(pane).includes(child.name);
    if (found.has(child) || isLater) continue;
    found.add(child);
    startGroups(child, pane, found);
  }
  return found;
}

/** Fails the build when the scripts that a pane needs before it can be used are larger than the budget. */
export class PaneBudgetPlugin {
  constructor(budget) {
    this.budget = budget;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("PaneBudgetPlugin", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "PaneBudgetPlugin", stage }, () => {
        for (const [name, entrypoint] of compilation.entrypoints) {
          const files = new Set([...startGroups(entrypoint, name)].flatMap((group) => group.getFiles()));
          const scripts = [...files].filter((file) => file.endsWith(".js"));
          const sizes = scripts.map(
            (file) => gzipSync(compilation.getAsset(file).source.buffer(), { level: 9 }).length,
          );
          const bytes = sizes.reduce((sum, size) => sum + size, 0);
          if (bytes > this.budget) {
            const text = `Pane "${name}" loads ${bytes} bytes of script (gzip) before it can be used; the budget is ${this.budget}.`;
            compilation.errors.push(new compiler.webpack.WebpackError(text));
          }
        }
      });
    });
  }
}
