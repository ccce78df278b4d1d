/** What models put before the rest although they were asked not to. 引き続き… and 続いて… are no prefaces. */
const prefaces = [
  /^\s*(?:(?:はい|承知(?:いた)?しました|承知です|かしこまりました)[、。]\s*){0,2}(?:(?:以下|次)(?:は|に|が|、)?、?)?(?:直前の出力の|出力の|要約の|上記の|先ほどの|前回の|「[^」\n]{0,80}」(?:から)?の)?続き(?:です|を(?:出力|記載|書き|示し)(?:いた)?します|は(?:次|以下)の(?:とおり|通り)です|になります)?(?:[。:：]|[ \u3000]*\n)\s*/,
  /^\s*(?:(?:はい|承知(?:いた)?しました|承知です|かしこまりました)[、。]\s*){0,2}(?:#{1,6}\s*)?(?:\*\*)?[(（【［[〔〈《＜<]\s*(?:以下、?|前回の|直前の出力の|上記の)?続き(?:です)?\s*[)）】］\]〕〉》＞>](?:\*\*)?[ \u3000]*[:：。]?\s*/,
  /^\s*(?:(?:はい|承知(?:いた)?しました|承知です|かしこまりました)[、。]\s*){0,2}(?:\*\*続き\s*[:：]?\s*\*\*|__続き__|#{1,6}\s*続き(?=\s*[\n:：]))[ \u3000]*[:：。]?\s*/,
  /^\s*(?:(?:Sure|Certainly|Of course|Okay)[,.!]\s*)?(?:Here(?:'s| is)(?: the)? (?:rest|continuation)|Continuing(?: from where (?:I|it|we) (?:stopped|left off))?|Continuation)[^.:\n]{0,60}[.:]\s+/i,
  /^\s*(?:[([]\s*(?:continued|cont\.|continuation)\s*[)\]]|\*\*(?:continued|continuation):?\*\*|(?:continued|continuation):)[:.]?\s*/i,
  /^\s*(?:-{3,}|\*{3,}|={3,})[ \t]*\n\s*/,
  /^\s*(?:\.\.\.|…{1,2})(?=[^\s.…])/,
];
const fence = /^\s*```[\w-]*[ \t]*\n/;
const tag = /^\s*<(output|summary|answer|result|要約|出力)>/i;

export interface Introduced {
  /** The rest behind its prefaces. */
  rest: string;
  /** What opened around the rest, and has to be taken off at its end as well. */
  opened: ("fence" | "tag")[];
}

/** Takes prefaces off, in any order. A fence that was open before is none: the one that comes closes it. */
export function withoutPrefaces(text: string, fenceOpen: boolean): Introduced {
  const opened: Introduced["opened"] = [];
  let rest = text;
  for (let before = ""; before !== rest;) {
    before = rest;
    for (const preface of prefaces) rest = rest.replace(preface, "");
    if (!fenceOpen && !opened.includes("fence")) rest = takeOff(rest, fence, () => opened.push("fence"));
    if (!opened.includes("tag")) rest = takeOff(rest, tag, () => opened.push("tag"));
  }
  return { rest, opened };
}

function takeOff(text: string, mark: RegExp, found: () => void): string {
  const shorter = text.replace(mark, "");
  if (shorter !== text) found();
  return shorter;
}
