import { isJapanese } from "../language";

/** Lines of one speech in one: no space where either side is Japanese, which has none between words; else one space. */
export function joinLines(lines: readonly string[]): string {
  let joined = "";
  for (const line of lines) {
    const text = line.trim();
    if (text === "") continue;
    joined += joined === "" || isWide(joined.at(-1)!) || isWide(text[0]!) ? text : ` ${text}`;
  }
  return joined;
}

/** Japanese characters, and the full-width forms of letters, digits and punctuation. */
function isWide(character: string): boolean {
  return isJapanese(character) || /[\u3000-\u303f\uff01-\uff60]/.test(character);
}
