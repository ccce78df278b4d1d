import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A body whose lines are marked with what they are. */
export interface MarkedMail {
  name: string;
  body: string;
  newest: string;
  quoted: string;
  signature: string;
  /** "name <address> | date" of each message but the first. */
  quotedMessages: string[];
}

/**
 * Reads bodies of the fixtures: each line begins with N (newest), Q (quoted) or S (signature) and a space; lines with "=" say who
 * wrote the quoted mails when.
 */
export function markedMails(folder: string): MarkedMail[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => {
      const lines = readFileSync(join(folder, file), "utf8").replace(/\n$/, "").split("\n");
      const body = lines.filter((line) => !line.startsWith("="));
      const of = (mark: string): string =>
        packed(body.filter((line) => line.startsWith(mark)).map((line) => line.slice(2)));
      return {
        name: file.slice(0, -4),
        body: body.map((line) => line.slice(2)).join("\n"),
        newest: of("N"),
        quoted: of("Q"),
        signature: of("S"),
        quotedMessages: lines.filter((line) => line.startsWith("=")).map((line) => line.slice(1).trim()),
      };
    });
}

/** Lines with words, without the space at their ends. */
export function packed(lines: string | readonly string[]): string {
  return (typeof lines === "string" ? lines.split("\n") : lines)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
