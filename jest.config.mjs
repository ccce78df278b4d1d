import { availableParallelism } from "node:os";

const transform = {
  "^.+\\.(t|j|mj)sx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        target: "es2022",
        transform: { react: { runtime: "automatic" } },
      },
      module: { type: "commonjs" },
    },
  ],
};
const common = {
  transform,
  // A few dependencies ship ES modules only; jest runs CommonJS, so these are transpiled as well.
  transformIgnorePatterns: [
    "/node_modules/(?!(eventsource-parser|fast-png|iobuffer|@hono|hono|openid-client|oauth4webapi|jose|selfsigned|@noble|@peculiar|marked|parse5|parse5-htmlparser2-tree-adapter|entities|css-select|css-what|css-tree|domhandler|domutils|domelementtype|dom-serializer|boolbase|nth-check|postal-mime)/)",
  ],
  modulePathIgnorePatterns: ["/dist/", "/\\.tsbuild/", "/\\.local/"],
};

/** Three tiers: `node` and `panes` need nothing but Node; `e2e` needs a Chromium, which test/run.ts provides. */
export default {
  // A test that takes seconds on a quiet machine takes minutes on a busy one; who hangs is told soon enough.
  testTimeout: 240_000,
  // On two cores (CI) jest itself would use one: it leaves one to whoever works at the machine.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    {
      ...common,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/unit/**/*.test.ts", "<rootDir>/test/integration/**/*.test.ts"],
    },
    {
      ...common,
      displayName: "panes",
      testEnvironment: "<rootDir>/test/support/pane-environment.cjs",
      setupFilesAfterEnv: ["<rootDir>/test/support/pane-patience.ts"],
      testMatch: ["<rootDir>/test/unit/**/*.test.tsx"],
    },
    {
      ...common,
      displayName: "e2e",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
    },
  ],
};
