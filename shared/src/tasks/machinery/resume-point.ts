/** How far back, in UTF-16 units, the end of a clause is looked for; further back too much would be written twice. */
const nearest = 120;
/** What a figure can consist of: digits and numerals, the commas and points in them, and the signs around them. */
const figure = "\\d０-９〇一二三四五六七八九十百千万億兆,，.．:：/／+＋\\-－−△▲¥￥$＄";
const lastFigure = new RegExp(`[${figure}]+$`, "u");
const clauseEnds = [
  /\n$/,
  /[。！？；][」』）)]?$/,
  // Not the commas of １，２５０ and of 二、三日.
  new RegExp(`[^${figure}][、，]$`, "u"),
  /[[［]\s*[\d０-９][^[\]［］\n]{0,30}[\]］]$/,
  /[\p{L})"'”’]{2}[.,;:!?] $/u,
];
const sentenceEndInLatin = /[A-Za-z)"'”’]{2}[.!?]$/;

/**
 * The part of a cut answer behind which it is gone on with: up to its last whole clause, line or citation where one ends
 * within 120 characters, so that no word, figure or mark is glued together of two answers. Else all of it but a figure or
 * half a character that it breaks off in. Empty when nothing is left.
 */
export function wholeClauses(answer: string): string {
  // A server that cuts bytes leaves replacement characters, one that cuts UTF-16 half a pair.
  const sound = answer.replace(/(?:[\ud800-\udbff]|\ufffd+)$/, "");
  const furthest = Math.max(0, sound.length - nearest);
  for (let at = sound.length; at > furthest; at -= 1) {
    const kept = sound.slice(0, at);
    if (endsClause(kept.slice(-40), sound.charAt(at)) && kept.trim() !== "") return kept;
  }
  return sound.replace(lastFigure, "");
}

/** Where the words of an answer begin, behind what the model thought first; its end when it did not get further. */
export function answerStart(answer: string): number {
  return /^\s*<think>[^]*?(?:<\/think>|$)/.exec(answer)?.[0].length ?? 0;
}

function endsClause(text: string, next: string): boolean {
  if (/[。、」』）)]/.test(next)) return false;
  return clauseEnds.some((end) => end.test(text)) || (next === "" && sentenceEndInLatin.test(text));
}
