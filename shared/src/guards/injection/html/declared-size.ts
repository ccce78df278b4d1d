import { lengthOf } from "./css-length";
import { numberOf } from "./css-text";

export function isClipped(overflow: string | undefined): boolean {
  return overflow !== undefined && /^(?:hidden|clip|scroll|auto|overlay)$/i.test(overflow);
}

export function isCut(overflow: string | undefined): boolean {
  return overflow !== undefined && /^(?:hidden|clip)$/i.test(overflow);
}

export function leastOf(one: number | undefined, other: number | undefined): number {
  return Math.min(one ?? Infinity, other ?? Infinity);
}

export function pixelsOnly(text: string | undefined, em: number): number | undefined {
  return text === undefined || text.includes("%") ? undefined : lengthOf(text, { em, rem: 16 });
}

export function lineHeightOf(
  text: string | undefined,
  fontSize: number,
  inherited: number | undefined,
): number | undefined {
  if (text === undefined) return inherited;
  const word = text.toLowerCase();
  if (word === "normal" || word === "initial") return undefined;
  const factor = numberOf(word);
  if (factor !== undefined) return factor * fontSize;
  return lengthOf(word, { em: fontSize, rem: 16, whole: fontSize }) ?? inherited;
}
