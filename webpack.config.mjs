import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants } from "node:zlib";
import CompressionPlugin from "compression-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { PaneBudgetPlugin, startChunks } from "./webpack.pane-budget.mjs";

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Panes: each has an entry and what differs in its page: `start` is the button that works before the pane does, in the words and
 * the place of the pane's own (test/unit/build). They share one initial `vendor` chunk, which a browser keeps
 * for all of them.
 * A pane joins the build as soon as its entry exists.
 */
const panes = [
  {
    name: "word",
    entry: "word-addin/src/main.tsx",
    page: {
      officeScripts: "{{officeJsUrl}} {{officeScripts}}",
      source: { ja: "文書", en: "document" },
      start: { ja: "要約", en: "Summarize", columns: "minmax(0, 1fr) minmax(0, 1fr)", englishTabs: 45 },
    },
  },
  {
    name: "outlook",
    entry: "outlook-addin/src/main.tsx",
    page: {
      // Before office.js: one that does not come from the CDN needs a stand-in for MicrosoftAjax in Outlook.
      officeScripts: "{{officeScripts}} {{officeJsUrl}}",
      source: { ja: "メール", en: "message" },
      start: { ja: "要点をまとめる", en: "Sum up", columns: "minmax(0, 1.15fr) minmax(0, 1fr)", englishTabs: 84 },
    },
  },
  // The tab of the bot: a page in Teams, which brings no script of its own. It shares no vendor chunk with the panes: what it
  // draws with would make theirs larger.
  {
    name: "teams",
    entry: "teams-bot/tab/main.tsx",
    file: "tab",
    page: { officeScripts: "", source: { ja: "議事録", en: "minutes" }, start: undefined },
  },
].filter(({ entry }) => existsSync(join(root, entry)));

/** Pages of the sign-in to the relay: those that a dialog of Office and a window of Teams open, and the one that people come back to. */
const signInPages = [
  { name: "dialog", entry: "shared/src/pane/sign-in/dialog-page.ts" },
  { name: "return", entry: "shared/src/pane/sign-in/return-page.ts" },
  { name: "teams", entry: "teams-bot/tab/sign-in/window-page.ts" },
].filter(({ entry }) => existsSync(join(root, entry)));

/** The page of the administration: opened in a browser of its own, so that it has no budget and shares nothing. */
const adminPage = { entry: "relay/admin-page/main.tsx", page: "relay/admin-page/index.html" };

/** Pages of the playground: the first is at /, the others at the names of their files. */
const playgroundPages = [
  {
    name: "playground",
    entry: "playground/src/page/main.ts",
    page: "playground/src/page/index.html",
    file: "index.html",
  },
  {
    name: "mailbox",
    entry: "playground/src/page/mailbox/main.ts",
    page: "playground/src/page/mailbox/mail.html",
    file: "mail.html",
  },
  {
    name: "teams-page",
    entry: "playground/src/page/teams/main.ts",
    page: "playground/src/page/teams/teams.html",
    file: "teams.html",
  },
].filter(({ entry }) => existsSync(join(root, entry)));

/** Scripts a pane needs before it can be used, gzip, in bytes (docs/decisions, DESIGN: 190 kB, 1 kB = 1000 bytes). */
const paneBudget = 190_000;

/** Scripts by name; the same rule for every compiler. */
const common = (environment, mode) => ({
  mode,
  context: root,
  target: ["web", "es2020"],
  devtool: mode === "production" ? false : "source-map",
  resolve: { extensions: [".tsx", ".ts", ".js", ".mjs"] },
  module: {
    rules: [
      {
        test: /\.(ts|tsx)$/,
        // Workspaces are links: their real path is outside node_modules, so shared is compiled from source.
        exclude: /node_modules/,
        use: {
          loader: "swc-loader",
          options: {
            jsc: {
              target: "es2020",
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic" } },
            },
          },
        },
      },
      { test: /\.css$/, type: "asset/source" },
    ],
  },
  cache: {
    type: "filesystem",
    cacheDirectory: join(root, ".local", "webpack"),
    buildDependencies: { config: [fileURLToPath(import.meta.url), join(root, "webpack.pane-budget.mjs")] },
  },
  stats: "errors-warnings",
});

const compression = [
  new CompressionPlugin({ filename: "[path][base].gz", test: /\.(js|css|svg|wasm)$/, algorithm: "gzip" }),
  new CompressionPlugin({
    filename: "[path][base].br",
    test: /\.(js|css|svg|wasm)$/,
    algorithm: "brotliCompress",
    compressionOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } },
  }),
];

/** Starts the download of what a pane asks for first with the page, while the skeleton is painted. */
class PreloadPanePlugin {
  apply(compiler) {
    compiler.hooks.compilation.tap("PreloadPanePlugin", (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).alterAssetTagGroups.tap("PreloadPanePlugin", (data) => {
        const [pane] = data.plugin.options.chunks;
        // The tab asks for all its parts at once; what a pane asks for next hangs on its office.js.
        const names = pane === "teams" ? ["teams-tab", "teams-host", "relay"] : startChunks(pane).slice(0, 1);
        const files = names.flatMap((name) => compilation.namedChunkGroups.get(name)?.getFiles() ?? []);
        for (const file of [...new Set(files)].reverse()) {
          const attributes = { rel: "preload", as: "script", href: `${data.publicPath}${file}` };
          data.headTags.unshift({ tagName: "link", voidTag: true, attributes, meta: {} });
        }
        return data;
      });
    });
  }
}

/**
 * Writes which packages and which own files went into the build (.local/bundle.json, or `--env report=FILE`);
 * test/unit/build checks it against what panes may contain.
 */
class BundleReportPlugin {
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.done.tap("BundleReportPlugin", (stats) => {
      const files = new Set();
      for (const module of stats.compilation.modules) {
        for (const part of module.modules ?? [module]) if (part.resource) files.add(part.resource);
      }
      const entries = [...stats.compilation.entrypoints].map(([name, entrypoint]) => ({
        name,
        scripts: entrypoint.getFiles().filter((file) => file.endsWith(".js")),
      }));
      const chunks = [...stats.compilation.chunks].map((chunk) => ({
        names: [chunk.name ?? null],
        initial: chunk.canBeInitial(),
        files: [...chunk.files],
      }));
      const own = [...files].filter((file) => file.startsWith(root) && !file.includes("node_modules"));
      const packages = [...files].map(packageOf).filter((name) => name !== undefined);
      mkdirSync(dirname(this.file), { recursive: true });
      const report = {
        entries,
        chunks,
        packages: [...new Set(packages)].sort(),
        own: own.map((file) => file.slice(root.length + 1)).sort(),
      };
      writeFileSync(this.file, JSON.stringify(report, null, 1));
    });
  }
}

function packageOf(file) {
  const at = file.lastIndexOf("/node_modules/");
  if (at === -1) return undefined;
  const [first, second] = file.slice(at + "/node_modules/".length).split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

function paneConfig(environment, mode) {
  return {
    ...common(environment, mode),
    name: "panes",
    entry: Object.fromEntries([
      ...panes.map(({ name, entry }) => [name, `./${entry}`]),
      ...signInPages.map(({ name, entry }) => [`sign-in-${name}`, `./${entry}`]),
    ]),
    output: {
      path: environment.out ?? join(root, "dist"),
      filename: "assets/[name].[contenthash:16].js",
      chunkFilename: "assets/[name].[contenthash:16].js",
      // Relative: the panes also work below a path of a ministry's reverse proxy.
      publicPath: "auto",
      // The playground has a build of its own; the others are written by `npm run manifests`.
      clean: { keep: /^(admin|playground|manifests|icons|help)\// },
    },
    optimization: {
      moduleIds: "deterministic",
      chunkIds: "deterministic",
      splitChunks: {
        cacheGroups: {
          // The panes' first chunks only: otherwise the lazy parts' packages would be dragged into the first load.
          vendor: {
            name: "vendor",
            chunks: (chunk) => /-pane$/.test(chunk.name ?? ""),
            test: /[\\/]node_modules[\\/]/,
            enforce: true,
          },
        },
      },
    },
    performance: {
      hints: mode === "production" ? "error" : false,
      // Before compression; the gzip budget is PaneBudgetPlugin's.
      maxEntrypointSize: 640_000,
      maxAssetSize: 640_000,
      assetFilter: (file) => file.endsWith(".js"),
    },
    plugins: [
      ...panes.map(
        ({ name, page, file = "taskpane" }) =>
          new HtmlWebpackPlugin({
            template: "shared/src/pane/taskpane.html",
            templateParameters: page,
            filename: `${name}/${file}.html`,
            chunks: [name],
            scriptLoading: "defer",
            // The bundler's own minimizer does it, and takes quotes away; the server puts them back when it fills values in.
            minify: false,
          }),
      ),
      ...signInPages.map(
        ({ name }) =>
          new HtmlWebpackPlugin({
            template: "shared/src/pane/sign-in/page.html",
            filename: `sign-in/${name}.html`,
            chunks: [`sign-in-${name}`],
            scriptLoading: "defer",
            minify: false,
          }),
      ),
      new PreloadPanePlugin(),
      new PaneBudgetPlugin(Number(environment.budget ?? paneBudget)),
      new BundleReportPlugin(environment.report ?? join(root, ".local", "bundle.json")),
      ...(mode === "production" ? compression : []),
    ],
  };
}

/** The admin page, at /admin/ of the relay. */
function adminConfig(environment, mode) {
  return {
    ...common(environment, mode),
    name: "admin",
    entry: { admin: `./${adminPage.entry}` },
    output: {
      path: join(environment.out ?? join(root, "dist"), "admin"),
      filename: "assets/[name].[contenthash:16].js",
      chunkFilename: "assets/[name].[contenthash:16].js",
      publicPath: "auto",
      clean: true,
    },
    performance: false,
    plugins: [
      new HtmlWebpackPlugin({
        template: adminPage.page,
        filename: "index.html",
        scriptLoading: "defer",
        minify: false,
      }),
      ...(mode === "production" ? compression : []),
    ],
  };
}

/** The pages that play Office: a build of their own, so that they share nothing with the panes, and without a budget. */
function playgroundConfig(environment, mode) {
  return {
    ...common(environment, mode),
    name: "playground",
    entry: Object.fromEntries(playgroundPages.map(({ name, entry }) => [name, `./${entry}`])),
    output: {
      path: join(environment.out ?? join(root, "dist"), "playground"),
      filename: "assets/[name].[contenthash:16].js",
      publicPath: "auto",
      clean: true,
    },
    performance: false,
    plugins: [
      ...playgroundPages.map(
        ({ name, page, file }) =>
          new HtmlWebpackPlugin({ template: page, filename: file, chunks: [name], scriptLoading: "defer" }),
      ),
      ...(mode === "production" ? compression : []),
    ],
  };
}

/** `webpack --mode production [--env out=FOLDER] [--env report=FILE] [--env budget=BYTES]` */
export default (environment = {}, { mode = "production" } = {}) => [
  paneConfig(environment, mode),
  adminConfig(environment, mode),
  ...(playgroundPages.length > 0 ? [playgroundConfig(environment, mode)] : []),
];
