import type { RequestSentence } from "./request-sentences";

/** 「下記の各問に」, 「以下の点について」, 「次の事項につき」, "the following", "the questions below": what is asked stands behind it. */
const follows =
  /(?:次|以下|下記|左記)(?:の)?、?(?:ご|御)?(?:各|[0-9０-９一二三四五六七八九十]+)?(?:問|設問|質問|照会|点|件|つ(?!き)|事項|項目|こと|もの|内容|お?尋ね)|(?:次|以下|下記|左記)(?:の(?:とおり|通り))?(?:に?ついて|につき|に関し)|(?:次|以下|下記|左記)の(?:とおり|通り)、?(?:ご|御|お)?(?:照会|質問|伺|尋ね|お?聞き|問い?合わせ)|\b(?:the|these) following\b|\b(?:questions?|points?|items?|queries|requests?)\b[^.?!]{0,20}\bbelow\b|\bbelow\b[^.?!]{0,12}\b(?:questions?|points?|items?|queries)\b/iu;
/** 「なお、…」, 「ところで、…」 is no part of what was announced; 「あわせて、…」 is. */
const leaves = /^(?:なお|また|ところで|さて|別件|最後に|おって|追って|Also\b|By the way\b|Finally\b|Separately\b)/iu;
const joins = /^(?:あわせて|併せて|加えて)/u;

/** Longer sentences are no sentences of people: what tells of them stands at their beginning. */
const longest = 300;

/**
 * 「下記の各問に１１日までに御回答ください」: the day is that of each question behind it without one of its own: of the list, where one
 * stands there, else of what is asked up to the next paragraph that turns to something else.
 */
export function takeAnnouncedDues(sentences: readonly RequestSentence[]): void {
  const announcers = sentences.flatMap(({ text, asking, isItem, isDueLine }, index) =>
    !isItem && (asking !== undefined || isDueLine) && follows.test(text.slice(0, longest)) ? [index] : [],
  );
  announcers.forEach((at, place) => {
    const announcer = sentences[at]!;
    const [due] = announcer.dues;
    if (due === undefined) return;
    const behind = sentences.slice(at + 1, announcers[place + 1]);
    const announced = announcedAmong(behind).filter(({ asking }) => asking === "asks");
    if (announced.length === 0) return;
    announcer.handsOnDue = true;
    for (const sentence of announced) sentence.announcedDue = due;
  });
}

function announcedAmong(behind: readonly RequestSentence[]): readonly RequestSentence[] {
  const last = behind.findLastIndex(({ isItem }) => isItem);
  const end = behind.findIndex(({ text, goesOn }, index) => {
    if (index <= last || joins.test(text)) return false;
    return last < 0 ? leaves.test(text) : !goesOn;
  });
  return end < 0 ? behind : behind.slice(0, end);
}
