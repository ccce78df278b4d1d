import { figuresIn, type Figure } from "../../../guards";

/** What a speaker says who takes back a value and names the right one. */
const repair =
  "(?:あ、?|えっ?と、?|ええと、?)?(?:(?:どうも|大変)?(?:すみません|すいません|ごめんなさい|申し訳(?:ありません|ございません|ない)(?:です)?)|失礼(?:を?(?:いた)?しました|です)?|いや(?:いや)?|いえ(?:いえ)?|もとい|訂正(?:します|いたします|です|させてください)?|(?:言い)?間違え(?:ました|まして)?|間違い(?:です|でした)?|違い(?:ます|ました)(?:ね)?|違う(?:な)?|(?:で|じゃ)(?:は)?(?:ない|なかった|ありません(?:でした)?|なくて)(?:な|ね|です)?|正しくは|正確には|no,? wait|wait,? no|(?:I['’]m )?sorry|correction|(?:I )?misspoke|I mean(?:t)?|make that|I should say|scratch that|actually)";
/** Such words, one or several, with nothing of meaning between them. */
export const repairs = new RegExp(
  `(?:[、,。.…\\s\\u3000—–-]{0,8}(?<![a-z])${repair}(?![a-z]))+[、,。.…\\s\\u3000—–-]*`,
  "giu",
);
/** Words of a repair at the beginning of an utterance. */
export const opensWithRepair = new RegExp(
  `^(?:[、,。.…\\s\\u3000—–-]*(?<![a-z])${repair}(?![a-z]))+[、,。.…\\s\\u3000—–-]*`,
  "iu",
);

/** Characters between a value and the words that take it back: 「…回です。」 */
const tail = /^(?:[^、。\d０-９]{0,8}[。、.,]?\s*)?$/u;
/** Characters between those words and the right value: 「年」, 「正しくは」. */
const lead = /^[^。、.,]{0,14}$/u;

/**
 * A text without the values that its speaker takes back in the same breath: 「480万円、いや、408万円です」 is 「408万円です」. Names and
 * other words are taken back with さん or before 「もとい」 and 「訂正」 alone, because 「いや」 begins a new thought as well.
 */
export function withoutTakenBack(text: string): string {
  return withoutCuts(
    text,
    (result, start, end, words) => figureCut(result, start, end) ?? nameCut(result, start, end, words),
  );
}

/** The same of values alone: names and other words stay as they were said. */
export function withoutTakenBackValues(text: string): string {
  return withoutCuts(text, figureCut);
}

function withoutCuts(
  text: string,
  cutAt: (text: string, start: number, end: number, words: string) => Cut | undefined,
): string {
  let result = text;
  for (let from = 0; from < result.length;) {
    repairs.lastIndex = from;
    const match = repairs.exec(result);
    if (match === null) break;
    const start = match.index;
    const end = start + match[0].length;
    const cut = cutAt(result, start, end, match[0]);
    if (cut === undefined) {
      from = end;
      continue;
    }
    result = result.slice(0, cut.from) + cut.kept + result.slice(cut.to);
    from = cut.from;
  }
  return result;
}

const settingWords = /^(?:末|頃|[上中下]旬)?(?:と|に)(?:し|いたし|決)[^、。]*$/u;

interface Cut {
  from: number;
  to: number;
  /** What of the taken back value holds on: the month of 「7月3日、失礼、13日」. */
  kept: string;
}

function figureCut(text: string, start: number, end: number): Cut | undefined {
  const figures = figuresIn(text);
  const wrong = figures.findLast(({ span }) => span.end <= start);
  const right = figures.find(({ span }) => span.start >= end);
  if (wrong === undefined || right === undefined) return undefined;
  if (!tail.test(text.slice(wrong.span.end, start))) return undefined;
  const isSpokenOf = /^[はが]/u.test(text.slice(right.span.end)) && right !== figures.at(-1);
  if (isSpokenOf || !lead.test(text.slice(end, right.span.start))) {
    // 「目標は二月末、いや、三月は準備がありますから、一月末とします」: what the sentence ends with is set in its place.
    const sentence = /^[^。]*/u.exec(text.slice(end))![0].length + end;
    const set = figures.findLast(
      ({ span }) => span.start >= end && span.end <= sentence && settingWords.test(text.slice(span.end, sentence)),
    );
    if (set !== undefined && /いや|失礼|訂正/u.test(text.slice(start, end)) && areAlike(wrong, set))
      return { from: startOfWord(text, wrong.span.start), to: set.span.start, kept: "" };
    if (!isSpokenOf) return undefined;
  }
  if (!areAlike(wrong, right)) return undefined;
  const from = startOfWord(text, wrong.span.start);
  const month = /^\d{1,2}日/u.test(right.text) ? /^.*月(?=\d{1,2}日)/u.exec(wrong.text)?.[0] : undefined;
  // 「年2回、いや、3回」: what is said once stands before the right value.
  const prefix = right.span.start === end ? text.slice(from, wrong.span.start) : "";
  return { from, to: end, kept: month ?? prefix };
}

/** Values of which one can be said in place of the other. */
export function areAlike(a: Figure, b: Figure): boolean {
  if (a.kind === b.kind) return a.unit === b.unit || a.kind === "date" || a.unit === undefined;
  // "2,300, no wait, 3,200 dollars": the unit is said once.
  if (a.kind === "number" && a.unit === undefined) return b.kind === "amount";
  return a.kind === "date" && b.kind === "number" && b.unit === "day";
}

/** 「年2回」: the letters that a figure is written together with. */
function startOfWord(text: string, at: number): number {
  let from = at;
  while (from > 0 && /[\p{Script=Han}\p{Script=Katakana}ー]/u.test(text[from - 1]!)) from -= 1;
  return from;
}

const person = "[\\p{Script=Han}々ヶ\\p{Script=Katakana}ー]{1,8}(?:さん|氏|様|課長|係長|室長|部長|補佐)";
const noun = "[\\p{Script=Han}々ヶ\\p{Script=Katakana}ーA-Za-z0-9]{1,12}";

function nameCut(text: string, start: number, end: number, words: string): Cut | undefined {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const strong = /もとい|訂正|間違|違い|じゃ|では|正しく|correction|misspoke|I mean|scratch|make that/iu.test(words);
  const names = new RegExp(`${person}(?:です|でした)?$`, "u").exec(before);
  if (names !== null && new RegExp(`^${person}`, "u").test(after)) return { from: names.index, to: end, kept: "" };
  if (!strong) return undefined;
  const nouns = new RegExp(`(?<=[はがをにでと、。]|^)${noun}(?:です|でした)?$`, "u").exec(before);
  // 「…ではなく」 is read with what is said against it.
  if (
    nouns === null ||
    /(?:で|じゃ)(?:は)?な/u.test(words) ||
    !new RegExp(`^${noun}(?:です|でし|[にをがでだ])`, "u").test(after)
  )
    return undefined;
  return { from: nouns.index, to: end, kept: "" };
}
