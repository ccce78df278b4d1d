import type { Candidate } from "./candidate";
import { saysContained } from "./contained-mark";
import { firstIndex } from "./first-index";
import { sentenceAround } from "./sentence-around";
import { statesInEnglish } from "./statement-english";
import {
  adnominal,
  apposition,
  asks,
  denies,
  directive,
  explains,
  lead,
  maybe,
  predicate,
  request,
  selfTopic,
  titleAfter,
} from "./statement-patterns";
import type { Surroundings } from "./surroundings";

/** True when the sentence around the candidate states the class or limit of this very document or mail. */
export function isStatement(around: Surroundings, candidate: Candidate): boolean {
  if (
    candidate.labelOnly === true &&
    /非公|公開不可|公表不可|不開示|内部/.test(around.view.text.slice(candidate.start, candidate.end))
  )
    return false;
  // 取扱いに御注意ください is a courtesy beside every mark; as a label (取扱いに注意) it stands alone.
  if (candidate.reason === "caution" && /に/.test(around.view.text.slice(candidate.start, candidate.end))) return false;
  const sentence = sentenceAround(around.view, candidate);
  const before = around.view.text.slice(sentence.start, candidate.start);
  const after = around.view.text.slice(endOfRow(around, candidate, sentence.end), sentence.end);
  if (candidate.latin === true) return statesInEnglish(before, after);
  if (denies.test(after) || titleAfter.test(after) || maybe.test(after)) return false;
  if (wasOnce.test(before) && /^.{0,12}(?:ていた|てきた|った|された)/.test(after)) return false;
  if (asks.test(before + after) && !request.test(after)) return false;
  if (isCopied(before, after)) return true;
  if (candidate.labelOnly !== true && saysContained(before, after)) return true;
  if (apposition.test(before) && /^(?:情報|文書|資料)?(?:[・、][^)）」】]{0,20})?[)）」】\]]/.test(after)) return true;
  if (adnominal.test(after) || explains.test(after) || /(?:とは|例えば|たとえば|仮に|もし)[^。]*$/.test(before))
    return false;
  // Looked at first: what stands right behind the mark is told faster than a topic anywhere before it.
  if (!predicate.test(after) && !directive.test(after)) return false;
  const topic = selfTopic.exec(before);
  if (topic !== null) {
    const between = before.slice(topic.index + topic[0].length);
    // Another topic in between takes the predicate: 本要領では、職員が…は機密性3とする.
    return !/[^にで]は、?[^。]*$/.test(between) && between.length <= 40 && predicate.test(after);
  }
  return lead.test(before) && directive.test(after);
}

/** What a paper was once says nothing about today; nor does it say that the paper is free: other marks are looked at. */
const wasOnce = /(?:かつて|以前|従前|過去に|当時|元々|もともと|旧来)/;

/** End of the row of marks that the candidate begins (機密性2情報・関係者限りです), followed as far as `limit`. */
function endOfRow({ view, candidates }: Surroundings, candidate: Candidate, limit: number): number {
  let end = candidate.end;
  for (let index = firstIndex(candidates, ({ start }) => start >= end); end < limit; index += 1) {
    const next = candidates[index];
    // What joins two marks is a word and a few signs.
    if (next === undefined || next.start - end > 5) break;
    if (!/^(?:情報|文書|資料)?[・、,/()「」\[\]【】]{1,3}$/.test(view.text.slice(end, next.start))) break;
    end = next.end;
  }
  return end;
}

const taken =
  "(?:抜粋|転記|転載|引用|コピー|写し|写した|貼り?付け|抜き書き|要約|書き写|転送|(?:基|元|もと)に(?:作成|整理|まとめ|要約))";
const takenFromHere = new RegExp(`^.{0,40}?(?:${taken}|からのもの|の(?:本文|内容|文面|一部|該当部分)(?:です|であ|を))`);
const takenFromThere = new RegExp(
  `^.{0,40}?(?:から|より|を)(?:の|一部|そのまま|内容を)?${taken}(?:です|します|しました|しています|した(?:もの(?:です|である)?)?|する|ました|たもの(?:です)?)?[。:：)）」】]*$`,
);

/** What follows, or what is quoted, was taken from a marked paper. */
function isCopied(before: string, after: string): boolean {
  if (/(?:禁止|場合|してはならない|ことができ|できません|不可|しないで|注意)/.test(after)) return false;
  return /(?:以下|下記|次|上記|ここから|これより|↓|本文|この(?:文章|部分|段落|表)|引用部分)/.test(before)
    ? takenFromHere.test(after)
    : takenFromThere.test(after);
}
