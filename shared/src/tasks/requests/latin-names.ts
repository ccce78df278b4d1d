import type { NameMatch } from "./person-names";

/** The parts of a name in Latin letters, in small letters; initials and what stands in brackets are none. */
export function latinParts(bare: string): string[] {
  return bare
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .split(/[\s,]+/)
    .filter((part) => part.length > 1 && /[a-z]/.test(part));
}

/** How surely words in small letters name the one of a name in Latin letters. */
export function latinMatch(told: string, bare: string): NameMatch | undefined {
  const parts = latinParts(bare);
  const has = (part: string): boolean =>
    new RegExp(`(?<![a-z])${part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![a-z])`).test(told);
  const found = parts.filter(has).length;
  return found === 0 ? undefined : found === parts.length ? "whole" : "part";
}

/** Parts of addresses that are no names. */
const general =
  /^(?:info|mail|contact|admin|office|desk|team|staff|support|help|list|all|group|post|webmaster|noreply|reply|kikaku|soumu|kanri|jinji|kaikei)$/;
const shortestName = 3;

/** 「Nakamura-san」 and nakamura-k@…: a name that stands in the part of an address before the @. */
export function matchOfAddress(told: string, address: string): NameMatch | undefined {
  const parts = address
    .split("@")[0]!
    .split(/[^a-z]+/)
    .filter((part) => part.length >= shortestName && !general.test(part));
  return parts.some((part) => new RegExp(`(?<![a-z@.])${part}(?![a-z@])`).test(told)) ? "part" : undefined;
}
