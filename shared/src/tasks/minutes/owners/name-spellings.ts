import { foldWidth } from "../../../language";

const titles =
  "さん|氏|様|君|殿|先生|委員長|副委員長|委員|会長|部会長|課長補佐|課長|係長|室長|部長|局長|次長|主任|主査|補佐|参事官?|企画官|専門官|担当者?";
const title = new RegExp(`(?:${titles})$`, "u");

/** A name squeezed: widths folded, no spaces, small letters. */
export function squeezed(text: string): string {
  return foldWidth(text).toLowerCase().replace(/\s+/g, "");
}

/**
 * The ways in which a person or office may be called: the whole of it, without its bracket, what stands in the bracket, without a
 * title, and the parts of a name that is written with a space (「小林 修 (会計課)」, "Priya Shah").
 */
export function spellingsOf(name: string): string[] {
  const folded = foldWidth(name).trim();
  const [, before = folded, within = ""] = /^(.*?)\s*[(\[]([^)\]]*)[)\]]?\s*$/u.exec(folded) ?? [];
  const plain = [folded, before, within].flatMap((one) => [one, one.replace(title, "")]);
  // The given name of a Japanese person is no name for them in an office; an English one is.
  const parts = before.split(/[\s,]+/u).filter((part, index) => index === 0 || /^[A-Za-z]/.test(part));
  return [...new Set([...plain, ...parts].map(squeezed))].filter((one) => one !== "");
}

/** True when two names may be of one person or office: 「小林」 and 「小林 修 (会計課)」. */
export function mayBeSame(a: string, b: string): boolean {
  const others = new Set(spellingsOf(b));
  return spellingsOf(a).some((one) => others.has(one));
}

/** Where a text calls somebody by a name, with the title that follows it. Offsets in the text as given. */
export function mentionsOf(text: string, name: string): { start: number; end: number }[] {
  const found = spellingsOf(name).flatMap((spelling) => {
    const pattern = /^[\x20-\x7e]+$/.test(spelling)
      ? new RegExp(`(?<![A-Za-z])${spaced(spelling)}(?![A-Za-z])`, "giu")
      : // A single kanji is a name only with a title behind it.
        new RegExp(
          `(?<![\\p{Script=Han}々])${spaced(spelling)}(?:${titles})${spelling.length === 1 ? "" : "?"}(?!日本|市|区|町|駅|県)`,
          "giu",
        );
    return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  });
  return found.filter(
    (one, index) =>
      !found.some(
        (other, at) =>
          at !== index &&
          other.start <= one.start &&
          other.end >= one.end &&
          (other.end - other.start > one.end - one.start || at < index),
      ),
  );
}

function spaced(spelling: string): string {
  return [...spelling].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("\\s*");
}
