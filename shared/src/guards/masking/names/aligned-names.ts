import { endsOrBeginsLikeFamilyName, isFamilyName } from "./family-names";
import { mayBeName } from "./may-be-name";
import { nameItemAt } from "./name-item";
import type { NameSpan } from "./name-span";
import { namesFrom } from "./slot-names";

/** What a line of a list has before its first name, down to its form: 1日(金)　, A-3　, ①, 9:05　. */
const openings =
  /^[ 　\t]*(?:[・○◯〇●◎■□▽※*-][ 　]?|[①-⑳㉑-㉟][ 　]?|[A-Za-z]{0,3}-?[0-9０-９]{3,8}[ 　\t]+|[(（]?(?:No\.?|第|[A-Z]{1,2}-?)?[0-9０-９]{1,4}(?:[:：./-][0-9０-９]{1,2}){0,2}[)）.．、:：]?(?:[ 　\t]*(?:日|時|分|号室?|班|番|組|回|月|週))?(?:[(（][月火水木金土日祝・]{1,3}[)）])?[ 　\t]*|[月火水木金土日][ 　\t]*(?:曜日?)?[ 　\t:：]+)?/u;
/** A heading that says of the lines below it that they are of people. */
const heading =
  /敬称略|氏[ 　]*名|五十音順|名簿|(?:当番|当直|宿直|日直|勤務|シフト|座席|席次)(?:者|表)?|出欠|日程調整|(?:出席|参加|提出|関係|受講|応募|推薦|候補|訪問|来庁|委嘱|合格|受験)者|受付簿|職員一覧|委員一覧|評定/u;
const closes = /^[ 　\t]*(?:$|[、，,・(（／/|｜→]|[ 　\t]|[○◯×△▲●✓])/u;
const answers = /^\S{1,12}[ 　\t]+[○◯×△▲●✓][ 　\t○◯×△▲●✓]*\r?$/u;
const mostLines = 200;

interface Row {
  /** Offset behind the opening. */
  start: number;
  /** The opening without what counts up. */
  form: string;
  /** The opening is a number of staff: K0031877. */
  hasIdentifier: boolean;
  /** Behind a word it has the marks of who can come: ○×△. */
  hasAnswers: boolean;
  isEmpty: boolean;
}

function rowOf(line: string, offset: number): Row {
  const lead = openings.exec(line)?.[0] ?? "";
  const form = lead
    .replace(/[0-9０-９]+/gu, "0")
    .replace(/[①-⑳㉑-㉟]/gu, "①")
    .replace(/[A-Za-z]+/gu, "A")
    .replace(/[月火水木金土日祝]/gu, "日")
    .replace(/[ 　\t]+/gu, " ");
  const hasIdentifier = /[A-Z]-?[0-9]{4,}|^[ 　\t]*[0-9]{6,8}[ 　\t]/u.test(lead);
  const hasAnswers = answers.test(line.slice(lead.length));
  return { start: offset + lead.length, form, hasIdentifier, hasAnswers, isEmpty: line.trim() === "" };
}

/**
 * Names in the place where the lines beside it have theirs: a roster of duty, an answer to who comes when, a list under 名簿 or 敬称略.
 * Two lines of one form with a name, or one below a heading of people, say what stands there in the others.
 */
export function findAlignedNames(text: string, known: readonly NameSpan[]): NameSpan[] {
  const starts = new Set(known.filter(({ public: isPublic }) => isPublic !== true).map(({ start }) => start));
  const found: NameSpan[] = [];
  let block: Row[] = [];
  let isHeaded = false;
  let offset = 0;
  for (const line of [...text.split("\n"), ""]) {
    const row = rowOf(line, offset);
    if (row.isEmpty || block.length >= mostLines) {
      found.push(...namesOf(block, isHeaded));
      // A heading may have an empty line below it.
      if (block.length > 1) isHeaded = false;
      block = [];
    }
    if (!row.isEmpty) {
      if (heading.test(line) && line.length < 40) isHeaded = true;
      block.push(row);
    }
    offset += line.length + 1;
  }
  return found;

  function namesOf(rows: readonly Row[], headed: boolean): NameSpan[] {
    const byForm = new Map<string, Row[]>();
    for (const row of rows) byForm.set(row.form, [...(byForm.get(row.form) ?? []), row]);
    return [...byForm].flatMap(([form, group]) => {
      const named = group.filter(({ start }) => starts.has(start)).length;
      // Without a mark of a list the lines of a text are alike in nothing.
      const answered = headed ? group.filter(({ hasAnswers }) => hasAnswers) : [];
      const enough = headed
        ? named > 0 || form !== ""
        : (named > 1 || group.every(({ hasIdentifier }) => hasIdentifier)) &&
          named * (form === "" ? 2 : 3) > group.length;
      if (group.length < 2 || (!enough && answered.length < 2)) return [];
      return (enough ? group : answered).flatMap(({ start }) =>
        starts.has(start) ? [] : namesAt(start, form !== "" && named > 0),
      );
    });
  }

  function namesAt(start: number, isMarked: boolean): NameSpan[] {
    const first = nameItemAt(text, start, "strong");
    if (first === undefined || !closes.test(text.slice(first.end, first.end + 2))) return [];
    const word = text.slice(start, first.familyEnd ?? first.end);
    if (/^[A-Za-z\u00c0-\u024f]/u.test(word)) return [];
    const isKana = /^[ァ-ヺー]/u.test(word);
    const believed =
      isKana || isFamilyName(word) || (mayBeName(word) && (isMarked || endsOrBeginsLikeFamilyName(word)));
    if (!believed && first.familyEnd === first.end && !(isMarked && word.length === 1)) return [];
    return /[、，,・]/u.test(text[first.end] ?? "") ? namesFrom(text, start, "strong") : [first];
  }
}
