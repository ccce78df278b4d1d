/** Opening brackets and their closing ones, both widths. ASCII quotation marks pair with themselves. */
const pairs: Record<string, string> = {
  "「": "」",
  "『": "』",
  "（": "）",
  "【": "】",
  "〔": "〕",
  "［": "］",
  "｛": "｝",
  "〈": "〉",
  "《": "》",
  "“": "”",
  "(": ")",
  "[": "]",
  "{": "}",
  '"': '"',
};
const closing = new Set(Object.values(pairs));

/** 1 for the units that are looked at, brackets and line ends: in most texts one of fifty is one. */
const looked = new Uint8Array(0x10000);
for (const character of [...Object.keys(pairs), ...closing, "\n", "\r"]) looked[character.charCodeAt(0)] = 1;

/**
 * A quotation longer than this is text of its own, whose sentences may be cut; it also keeps one stray bracket from
 * swallowing a page.
 */
const longestPair = 400;

/**
 * Finds for each opening bracket the offset of its closing one, within one line and not farther than 400 units.
 * Brackets without a partner (「1)」, 「ア）」) are left out.
 */
export function pairBrackets(text: string): Map<number, number> {
  const closeOf = new Map<number, number>();
  let open: { character: string; index: number }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (looked[text.charCodeAt(index)] === 0) continue;
    const character = text[index]!;
    if (character === "\n" || character === "\r") {
      open = [];
      continue;
    }
    if (closing.has(character)) {
      const partner = lastPartner(open, character);
      if (partner >= 0) {
        const from = open[partner]!.index;
        if (index - from <= longestPair) closeOf.set(from, index);
        open.length = partner;
        continue;
      }
    }
    // A line of openings alone would make the search for partners quadratic.
    if (pairs[character] !== undefined && open.length < 64) open.push({ character, index });
  }
  return closeOf;
}

function lastPartner(open: readonly { character: string }[], closingCharacter: string): number {
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    if (pairs[open[depth]!.character] === closingCharacter) return depth;
  }
  return -1;
}
