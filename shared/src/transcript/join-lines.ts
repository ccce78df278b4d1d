import { isJapanese } from "../language";

/** Lines of one speech in one: no space where either side is Japanese, which has none between words; else one space. */
export function joinLines(lines: readonly string[]): string {
  // Looking at the end of a string that grows would copy it each time.
  const parts: string[] = [];
  let last = "";
  for (const line of lines) {
    const text = line.trim();
    if (text === "") continue;
    if (last !== "" && !isWide(last) && !isWide(text[0]!)) parts.push(" ");
    parts.push(text);
    last = text.at(-1)!;
  }
  return parts.join("");
}

/** Japanese characters, and the full-width forms of letters, digits and punctuation. */
function isWide(character: string): boolean {
  return isJapanese(character) || /[\u3000-\u303f\uff01-\uff60]/.test(character);
}
