import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { drawIcon } from "./draw-icon";
import { outlookManifest } from "./outlook-manifest";
import { defaultSuite, iconSizes, type Suite } from "./suite";
import { teamsLanguageFile } from "./teams-language-file";
import { teamsManifest } from "./teams-manifest";
import { teamsPackage } from "./teams-package";
import { englishTexts } from "./teams-texts";
import { validateOfficeManifest } from "./validate-office-manifest";
import { validateTeamsLanguageFile, validateTeamsManifest } from "./validate-teams-manifest";
import { wordManifest } from "./word-manifest";
import { serializeXml } from "./xml-element";

const usage = `npm run manifests -- --origin https://genai.example.go.jp [--name NAME] [--name-en NAME] [--bot-id GUID] [--bot-resource URI] [--out FOLDER]

Writes word.xml, outlook.xml, icons/ and, with a bot id, teams.zip (default folder: dist/manifests). Icons and
the page for help, privacy and terms go beside it, into dist/icons and dist/help, where the relay serves them.`;

function readSuite(): { suite: Suite; out: string } {
  const { values } = parseArgs({
    options: {
      origin: { type: "string", default: "https://localhost:8443" },
      name: { type: "string" },
      "name-en": { type: "string" },
      "bot-id": { type: "string" },
      "bot-resource": { type: "string" },
      out: { type: "string", default: "dist/manifests" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  const suite = defaultSuite({
    origin: values.origin.replace(/\/+$/, ""),
    ...(values.name === undefined ? {} : { displayName: values.name }),
    ...(values["bot-id"] === undefined ? {} : { botId: values["bot-id"] }),
    ...(values["bot-resource"] === undefined ? {} : { botResource: values["bot-resource"] }),
  });
  const english = values["name-en"];
  if (english !== undefined) suite.english = { ...suite.english, displayName: english };
  return { suite, out: values.out };
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  process.stdout.write(`${path}\n`);
}

function teamsProblems(suite: Suite & { botId: string }): string[] {
  const manifest = teamsManifest(suite);
  return [
    ...validateTeamsManifest(manifest).map((problem) => `teams manifest.json: ${problem}`),
    ...validateTeamsLanguageFile(teamsLanguageFile(englishTexts(suite)), manifest).map(
      (problem) => `teams en.json: ${problem}`,
    ),
  ];
}

/** Writes every package, and refuses to write one that Office or Teams would refuse. */
function main(): number {
  const { suite, out } = readSuite();
  const word = serializeXml(wordManifest(suite));
  const outlook = serializeXml(outlookManifest(suite));
  const { botId } = suite;
  const problems = [
    ...validateOfficeManifest(word).map((problem) => `word.xml: ${problem}`),
    ...validateOfficeManifest(outlook).map((problem) => `outlook.xml: ${problem}`),
    ...(botId === undefined ? [] : teamsProblems({ ...suite, botId })),
  ];
  if (problems.length > 0) {
    process.stderr.write(`${problems.join("\n")}\n`);
    return 1;
  }
  write(join(out, "word.xml"), word);
  write(join(out, "outlook.xml"), outlook);
  for (const size of iconSizes) write(join(out, "..", "icons", `icon-${size}.png`), drawIcon(size));
  const help = readFileSync(new URL("../pages/help.html", import.meta.url));
  write(join(out, "..", "help", "help.html"), help);
  if (botId === undefined)
    process.stdout.write("No Teams package: it needs --bot-id, the id of the bot's registration.\n");
  else write(join(out, "teams.zip"), teamsPackage({ ...suite, botId }));
  return 0;
}

process.exitCode = main();
