import { foldWidth } from "../../language";
import type { MailQuestion } from "./find-questions";

/** What a person says to some questions by their numbers, and what is said besides. */
export interface NumberedAnswers {
  /** By the place of the question among all, from 0 on. */
  answers: ReadonlyMap<number, string>;
  rest: string;
}

const digits = "[0-9]{1,2}";
/** 「(1)」, 「1)」, ①, 「問1」, "Q1": a number that can be nothing else. */
const certain = `(?:[(]\\s?${digits}\\s?[)]|${digits}\\s?[)]|[①-⑳]|(?:問|質問|質疑|設問|項番|Q)\\s?${digits}(?![0-9年月日時]))`;
/** 「1.」, 「1：」, 「1は」: a number of a list where others stand beside it. */
const likely = `${digits}(?=\\s?(?:[.:](?![0-9])|番?(?:は|については?|に関しては?|の件は?)|[、,](?!\\s?[0-9])))|(?<=^|\\n)${digits}(?=[\\s\\u3000])`;
const one = `(?:${certain}|${likely})`;
/** 「1と2は了解」 */
const several = `(?:${certain}|${digits})(?:\\s?(?:と|及び|・|&|and)\\s?(?:${certain}|${digits}))+(?=\\s?(?:は|とも|については?|に関しては?|[:.]))`;
const link =
  "(?:[\\s\\u3000]?(?:については?|に関しては?|の件(?:について)?は?|番?は(?!い)|とも|[.:]|、|,)、?)?[\\s\\u3000]*";
const mark = new RegExp(`(?<=^|[\\n\\s\\u3000。、,;；.])(?<numbers>${several}|${one})${link}`, "gu");

/**
 * Takes apart an intention that answers by numbers (「(1)出席 (2)年度平均 (3)可能」, 「1と2は了解、3は確認中」): the numbers are those
 * that the mail itself sets before its questions, or where it sets none their places. Undefined where no such numbers stand.
 */
export function numberedAnswers(
  intention: string,
  questions: readonly Pick<MailQuestion, "number">[],
): NumberedAnswers | undefined {
  const folded = foldWidth(intention);
  const marks = [...folded.matchAll(mark)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    numbers: numbersIn(match.groups!.numbers!),
    isCertain: certainOnly.test(match.groups!.numbers!),
  }));
  const told = marks.flatMap(({ numbers }) => numbers);
  const places = told.map((number) => placeOf(number, questions));
  if (marks.length === 0 || places.includes(undefined) || new Set(places).size < places.length) return undefined;
  // 「3 名で伺います」 has one number, and no second one in order.
  if (!marks.every(({ isCertain }) => isCertain)) {
    const isInOrder = told.every((number, index) => index === 0 || number > told[index - 1]!);
    if (told.length < 2 || !isInOrder) return undefined;
  }
  const answers = new Map<number, string>();
  let rest = "";
  let before = 0;
  marks.forEach(({ start, end, numbers }, index) => {
    rest += intention.slice(before, start);
    const next = marks[index + 1]?.start ?? intention.length;
    const line = intention.indexOf("\n", end);
    before = line >= 0 && line < next ? line : next;
    const words = intention
      .slice(end, before)
      .replace(/[\s\u3000、,;；]+$/u, "")
      .trim();
    for (const number of numbers) if (words !== "") answers.set(placeOf(number, questions)!, words);
  });
  rest = (rest + intention.slice(before)).trim();
  return answers.size === 0 ? undefined : { answers, rest };
}

/** What of an intention is said to the question at a place. */
export interface SaidTo {
  intention: string;
  /** What answers that question by its number; left out where only its words can tell. */
  own?: string;
}

/** What an intention says to each question: to one that it answers by number that answer and what is said besides, to others the latter. */
export function saidToEach(intention: string, questions: readonly Pick<MailQuestion, "number">[]): SaidTo[] {
  const numbered = numberedAnswers(intention, questions);
  if (numbered === undefined) return questions.map(() => ({ intention }));
  const { answers, rest } = numbered;
  return questions.map((_, place) => {
    const own = answers.get(place);
    return own === undefined ? { intention: rest } : { intention: `${own}\n${rest}`.trim(), own };
  });
}

const certainOnly = new RegExp(`^${certain}$`, "u");

function numbersIn(marks: string): number[] {
  return [...marks.matchAll(/[0-9]{1,2}|[①-⑳]/gu)].map(([text]) =>
    /[①-⑳]/u.test(text) ? text.codePointAt(0)! - "①".codePointAt(0)! + 1 : Number(text),
  );
}

/** Place of the question with this number; undefined where none has it, or several have. */
function placeOf(number: number, questions: readonly Pick<MailQuestion, "number">[]): number | undefined {
  if (questions.some((question) => question.number !== undefined)) {
    const found = questions.flatMap((question, place) => (question.number === number ? [place] : []));
    return found.length === 1 ? found[0] : undefined;
  }
  return number >= 1 && number <= questions.length ? number - 1 : undefined;
}
