import type * as v from "valibot";
import { isQuotableName } from "../config/quotable-name";

/** Why a settings file cannot be used: the place in it and what is wrong, never what stands there. */
export class SettingsFault extends Error {
  constructor(
    /** Fields and numbers of entries (from 1), e.g. "sections.2.limits.person.stepsPerDay"; "the whole" for the file. */
    readonly place: string,
    readonly fault: string,
  ) {
    super(`${place}: ${fault}`);
    this.name = "SettingsFault";
  }
}

/**
 * The first issue of a check as a place and a fault. Names that somebody made up stand in no message: in the place of one
 * may be a key or a person. Entries of lists are counted from 1, and so are those of records.
 */
export function faultOf(issue: v.BaseIssue<unknown>): SettingsFault {
  const path = issue.path ?? [];
  const parts = path.flatMap(({ key, input }, depth) => {
    if (typeof key === "number") return [String(key + 1)];
    const name = String(key);
    const parents = path.slice(0, depth).map((parent) => String(parent.key));
    if (isQuotableName(name) && !isRecordOfNames(parents)) return [name];
    if (issue.expected === "never" && depth === path.length - 1) return [];
    return [`(entry ${Object.keys(input as object).indexOf(name) + 1})`];
  });
  return new SettingsFault(parts.length === 0 ? "the whole" : parts.join("."), describe(issue));
}

/** Under these fields the names are the administrator's own. */
export function isRecordOfNames(parents: readonly string[]): boolean {
  return parents.join(".") === "models.cards" || parents.at(-1) === "exchangeRates";
}

/** What is wrong, without what was found: the schema library's own messages for types and keys quote it. */
function describe(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === "never") return "there is no such field";
  if (issue.received === "undefined") return "is missing";
  if (issue.kind === "validation" && !issue.message.startsWith("Invalid")) return issue.message;
  if (issue.message.startsWith("must ")) return issue.message;
  return issue.expected === null || /["']/.test(issue.expected) ? "is not usable" : `must be ${issue.expected}`;
}
