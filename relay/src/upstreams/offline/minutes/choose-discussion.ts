import { contentWords, countCharacters, guessLanguage } from "@genai-office/shared/language";
import type { Breather } from "../breather";
import { scoreSentences, type ScoredSentence } from "../score-sentences";
import type { Sentence } from "../sentence";
import { similarity } from "../sentence-graph";
import type { SpokenSentence } from "./spoken-sentences";
import { announcesTopic, type Topic } from "./topics";

/** Running the meeting, assent, thanks: nothing a record needs. */
const empty =
  /^[〔［【]|^[（(].{0,30}[)）]$|^(?:はい|承知|分かりました|わかりました|了解|ありがとう|よろしく|異議|異存|賛成です。?$|以上です|失礼|お疲れ|おはよう|こんにちは|拍手|thank|okay|ok\b|yes\b|no\b)|定刻|開会|閉会|ただいまから|会議を(?:開|始|終)|御覧ください|ご覧ください|ほかに(?:御|ご)?(?:意見|質問)|本日はありがとう|よろしいですか。?$|よろしいでしょうか。?$/iu;
const nextMeeting =
  /次回(?:は|の(?:会議|会合|開催|日程|委員会)は)[^。]*[0-9０-９一二三四五六七八九十][^。]*(?:月|日|時)/u;
const shortestWorth = 10;
/** Sentences that share more than this say the same. */
const sameThing = 0.6;

/** Characters of discussion that the minutes of a transcript of that length should have: two fifths of a short one, a tenth of a long one. */
export function discussionCharacters(transcript: number, most: number): number {
  return Math.round(Math.min(most, transcript * 0.4, 600 + transcript * 0.1));
}

/**
 * Chooses the sentences that tell what was discussed, topic by topic, each topic with its share: ranked by what they have in
 * common with the rest, those with figures first, near repetitions left out. The date of the next meeting always stands.
 */
export async function chooseDiscussion(
  sentences: readonly SpokenSentence[],
  topics: readonly Topic[],
  taken: ReadonlySet<SpokenSentence>,
  characters: number,
  breather: Breather,
): Promise<SpokenSentence[]> {
  const candidates = sentences.filter(
    (sentence) =>
      !taken.has(sentence) &&
      sentence.text.length >= shortestWorth &&
      !empty.test(sentence.text) &&
      !announcesTopic(sentence.text, topics),
  );
  const topicOf = (order: number): number =>
    Math.max(
      0,
      topics.findLastIndex(({ from }) => from <= order),
    );
  const asSentences: Sentence[] = [];
  for (const { order, utterance, text } of candidates) {
    if (breather.due()) await breather.rest();
    const section = topicOf(order);
    asSentences.push({
      order,
      block: utterance + 1,
      text,
      characters: countCharacters(text),
      language: guessLanguage(text),
      words: contentWords(text),
      headingWords: new Set(contentWords(topics[section]?.title ?? "")),
      section,
      leadsBlock: sentences[order - 1]?.utterance !== utterance,
      leadsSection: false,
      complete: true,
      origin: "text",
    });
  }
  const scored = await scoreSentences(
    asSentences,
    topics.map(({ title }) => ({ title })),
    breather,
  );
  const all = scored.reduce((sum, sentence) => sum + sentence.characters, 0) || 1;
  const chosen = new Set<number>();
  for (const index of topics.keys()) {
    const own = scored.filter(({ section }) => section === index);
    const share = own.reduce((sum, sentence) => sum + sentence.characters, 0) / all;
    for (const { order } of await best(own, Math.max(60, characters * share), breather)) chosen.add(order);
  }
  for (const { order, text } of candidates) if (nextMeeting.test(text)) chosen.add(order);
  return candidates.filter(({ order }) => chosen.has(order));
}

async function best(scored: readonly ScoredSentence[], room: number, breather: Breather): Promise<ScoredSentence[]> {
  const worth = (sentence: ScoredSentence): number =>
    sentence.score * (/[0-9０-９]|[〇一二三四五六七八九十百千万]{2,}/u.test(sentence.text) ? 1.4 : 1);
  const ranked = [...scored].sort((a, b) => worth(b) - worth(a) || a.order - b.order);
  const kept: ScoredSentence[] = [];
  let left = room;
  for (const sentence of ranked) {
    if (breather.due()) await breather.rest();
    if (left <= 0) break;
    if (kept.length > 0 && sentence.characters > left * 1.5) continue;
    if (kept.some((other) => similarity(other.vector, sentence.vector) > sameThing)) continue;
    kept.push(sentence);
    left -= sentence.characters;
  }
  return kept;
}
