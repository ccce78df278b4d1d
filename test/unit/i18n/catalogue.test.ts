import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { genaiErrorCodes } from "@genai-office/shared/vocabulary";
import { en } from "../../../shared/src/i18n/en";
import { ja } from "../../../shared/src/i18n/ja";

const shared = join(__dirname, "../../../shared/src");
const keys = Object.keys(ja) as (keyof typeof ja)[];

function places(text: string): string[] {
  return [...text.matchAll(/\{(\w+)[|}]/g)].map((match) => match[1]!).sort();
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

function quoted(expression: string): string[] {
  return [...expression.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map((match) => match[1]!);
}

/** Codes of findings as they stand in the guards and tasks, in object literals and as string unions. */
function findingCodes(): string[] {
  const text = ["guards", "tasks", "models"]
    .flatMap((room) => sourceFiles(join(shared, room)))
    .map((path) => readFileSync(path, "utf8"))
    .filter((content) => /guard: "/.test(content));
  return text.flatMap((content) => [...content.matchAll(/\bcode: (.*)/g)].flatMap((match) => quoted(match[1]!)));
}

describe("catalogue", () => {
  it("has the same keys in both languages", () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it("fills the same places in both languages", () => {
    for (const key of keys) expect([key, [...new Set(places(en[key]))]]).toEqual([key, [...new Set(places(ja[key]))]]);
  });

  it("leaves no text empty", () => {
    for (const key of keys) for (const text of [ja[key], en[key]]) expect(text.trim()).not.toBe("");
  });

  it("has a text for every error code: the state of the document, and what to do", () => {
    for (const code of genaiErrorCodes) {
      const text = ja[`error.${code}`];
      // No document takes part where a transcript is sent to the bot.
      const state = code === "no-speech" ? /何も送っていません/ : /文書(は|の一部が)/;
      expect([code, state.test(text)]).toEqual([code, true]);
      // At least what happened, the state of the document, and what to do now.
      expect([code, text.split("。").filter((part) => part !== "").length >= 3]).toEqual([code, true]);
    }
  });

  it("has a text for every finding that guards and tasks make", () => {
    const known = new Set<string>([...genaiErrorCodes]);
    const missing = findingCodes().filter((code) => !known.has(code) && !(`finding.${code}` in ja));
    expect(missing).toEqual([]);
    expect(findingCodes().length).toBeGreaterThan(5);
  });

  it("uses no Latin words in Japanese but the names an official knows", () => {
    const allowed = new Set(["AI", "Word", "Ctrl", "C", "A4", "English", "JavaScript", "GENAI"]);
    for (const key of keys) {
      const words = ja[key].replace(/\{[^}]*\}/g, "").match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
      expect([key, words.filter((word) => !allowed.has(word))]).toEqual([key, []]);
    }
  });
});
