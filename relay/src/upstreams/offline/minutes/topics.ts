import type { SpokenSentence } from "./spoken-sentences";

/** A stretch of the meeting. */
export interface Topic {
  /** Words of the transcript; empty where none was named. */
  title: string;
  /** Orders of its sentences: from, to (not included). */
  from: number;
  to: number;
}

const ending =
  "(?:[」』]|に(?:入り|移り|進み|つい|関し)|について|を議題|です[。が]|ですけ|となり|でござい|の(?:件|説明|報告)|、|。|$)";
const patterns = [
  // 議題１の「○○」について / 次の議題、○○に移ります
  new RegExp(
    `(?:議題|議事|案件|議案|報告事項|協議事項)(?:(?:第?[0-9０-９一二三四五六七八九十]{1,3}号?|[（(][0-9０-９]{1,2}[)）])(?:番目)?[、,はの：:「『\\s\\u3000]*|[、,は：:「『\\s\\u3000]+|の(?=[^。、]{2,40}に(?:入り|移り|つい)))([^。、「」『』]{2,40}?)${ending}`,
    "u",
  ),
  // 次に、○○について… / 続いて○○です。
  /(?:^|[。、])(?:それでは|では)?、?(?:次(?:に|は)|続(?:いて|きまして)(?:は)?|最後に|最後は|初めに|はじめに|最初に|まず(?:は)?|[一二三四五]つ目(?:は|が|の)?)[、,]?\s*([^。、]{2,40}?)(?:について|に関して|に(?:移|入|進)[りっら]|の(?:件|説明|御説明|ご説明|報告|御報告)|です(?:が|けど|けれども|。|$)|でございます)/u,
  /^(?:agenda item \d+|next(?: item| topic)?|first(?: item| topic)?|let['’]s (?:move on to|turn to|start with))[,:]?\s*(?:is\s|on\s|the\s)?([^.,]{3,60}?)(?:[.,]|$)/iu,
];
/** Words that name no topic. */
const notATopic =
  /^(?:として|とし|という|とか|など|[はがをにのもでへ](?![ぁ-ん])|[0-9０-９一二三四五六七八九十]+[つ件点個番]|以上|次|こちら|これ|それ|この|その|以下|本日|今日|皆|私|あと|ほか|他|御?意見|ご?意見|御?質問|ご?質問|お手元|資料[0-9０-９一二三四五六七八九十]*$|事務局(?:から)?$|はい|もう一つ|前に|お願い|です|ます)/u;

/** Cuts the meeting where somebody names what comes next. */
export function findTopics(sentences: readonly SpokenSentence[]): Topic[] {
  const topics: Topic[] = [];
  for (const sentence of sentences) {
    const title = titleIn(sentence.text);
    if (title === undefined || topics.some((topic) => topic.title === title)) continue;
    topics.push({ title, from: sentence.order, to: sentences.length });
    const before = topics.at(-2);
    if (before !== undefined) before.to = sentence.order;
  }
  const first = topics[0]?.from ?? sentences.length;
  return first > 0 ? [{ title: "", from: 0, to: first }, ...topics] : topics;
}

/** True for a sentence that only says what comes next. */
export function announcesTopic(text: string, topics: readonly Topic[]): boolean {
  return topics.some(
    ({ title }) => title !== "" && text.includes(title) && text.length <= title.length + 16 && titleIn(text) === title,
  );
}

function titleIn(text: string): string | undefined {
  // 「本日の議題は二つです。一つ目が…、二つ目が…」 lists what is to come and begins none of it.
  if (
    /(?:本日|今日|今回)の(?:議題|議事|案件)(?:は|として)|[一1１]つ目[^。]*[二2２]つ目|議題[一1１](?:として|は|が)[^。]*議題[二2２]/u.test(
      text,
    )
  )
    return undefined;
  for (const pattern of patterns) {
    const title = pattern.exec(text)?.[1]?.trim();
    if (title === undefined || notATopic.test(title) || !/[\p{Script=Han}\p{Script=Katakana}A-Za-z]{2}/u.test(title))
      continue;
    // A question or a whole clause is no heading.
    if (/(?:ます|です|ました|ません)/u.test(title)) continue;
    return title;
  }
  return undefined;
}
