import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import typescript from "typescript-eslint";

const rooms = ["word-addin", "outlook-addin", "teams-bot", "relay", "manifests", "playground", "office-host"];

/** Who may import whom (docs/architecture.md): every room lists what it must not reach. */
function borders({ files, except = [], allowed, node = false, extra = [] }) {
  const forbidden = rooms.filter((room) => !allowed.includes(room));
  const patterns = [
    { group: forbidden.map((room) => `@genai-office/${room}*`), message: "This room must not import that one." },
    {
      regex: `^\\.{1,2}/.*/?(${forbidden.join("|")})/`,
      message: "Rooms import each other by package name, and only where the architecture allows it.",
    },
    ...(node ? [] : [{ group: ["node:*"], message: "Node is not available in this room." }]),
    ...extra,
  ].filter((pattern) => pattern.regex !== undefined || pattern.group.length > 0);
  return { files, ignores: except, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

const botbuilder = { group: ["botbuilder*", "botframework*"], message: "Only teams-bot/src/channel knows botbuilder." };
const browserOnly = {
  group: ["react", "react-dom*", "@fluentui/*"],
  message: "Only shared/src/pane and the panes know React.",
};

const databaseRooms = {
  // By package name, and by the ways that lead there from within shared/src.
  regex: "^(@genai-office/shared|(\\.\\./)+)/?(database|jobs)(/|$)",
  allowTypeImports: true,
  message: "Only relay, bot and what starts them know the database.",
};

const keepWordInItsRoom = {
  selector: "MemberExpression[object.name='Word']",
  message: "Only word-addin/src/document speaks to Word.",
};
const keepMailboxInItsRoom = {
  selector: "MemberExpression[property.name='mailbox']",
  message: "Only outlook-addin/src/mailbox speaks to the mailbox.",
};

export default typescript.config(
  { ignores: ["**/dist/", "**/.tsbuild/", "**/.local/", "**/node_modules/", "coverage/"] },
  ...typescript.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: ["**/*.tsx", "**/use-*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  borders({
    files: ["shared/src/**"],
    except: ["shared/src/pane/**", "shared/src/database/**", "shared/src/jobs/**"],
    allowed: [],
    extra: [browserOnly, botbuilder, databaseRooms],
  }),
  borders({
    files: ["shared/src/database/**", "shared/src/jobs/**"],
    allowed: [],
    node: true,
    extra: [browserOnly, botbuilder],
  }),
  borders({ files: ["shared/src/pane/**"], allowed: [], extra: [botbuilder, databaseRooms] }),
  borders({ files: ["word-addin/src/**"], allowed: ["word-addin"], extra: [botbuilder, databaseRooms] }),
  borders({ files: ["outlook-addin/src/**"], allowed: ["outlook-addin"], extra: [botbuilder, databaseRooms] }),
  borders({ files: ["relay/src/**"], allowed: ["relay"], node: true, extra: [botbuilder, browserOnly] }),
  // Of the server it knows the shapes of the admin API, which are types.
  borders({ files: ["relay/admin-page/**"], allowed: ["relay"], extra: [botbuilder] }),
  borders({ files: ["manifests/src/**"], allowed: ["manifests"], node: true, extra: [botbuilder, browserOnly] }),
  borders({
    files: ["teams-bot/src/**"],
    except: ["teams-bot/src/channel/**"],
    allowed: ["teams-bot"],
    node: true,
    extra: [botbuilder, browserOnly],
  }),
  borders({ files: ["teams-bot/tab/**"], allowed: ["teams-bot"], extra: [botbuilder, databaseRooms] }),
  borders({ files: ["playground/office-host/src/**"], allowed: ["office-host"], node: true, extra: [botbuilder] }),
  {
    files: ["word-addin/src/**"],
    ignores: ["word-addin/src/document/**"],
    rules: { "no-restricted-syntax": ["error", keepWordInItsRoom, keepMailboxInItsRoom] },
  },
  {
    files: ["outlook-addin/src/**"],
    ignores: ["outlook-addin/src/mailbox/**"],
    rules: { "no-restricted-syntax": ["error", keepWordInItsRoom, keepMailboxInItsRoom] },
  },
  {
    files: ["shared/src/**"],
    rules: { "no-restricted-syntax": ["error", keepWordInItsRoom, keepMailboxInItsRoom] },
  },
  {
    files: ["word-addin/src/document/**", "outlook-addin/src/mailbox/**"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
);
