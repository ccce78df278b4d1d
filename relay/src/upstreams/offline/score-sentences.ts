import type { Breather } from "./breather";
import type { Section, Sentence } from "./sentence";
import { centrality, graphRanks, wordVectors, type WordVector } from "./sentence-graph";

export interface ScoredSentence extends Sentence {
  score: number;
  vector: WordVector;
}

interface Cue {
  pattern: RegExp;
  factor: number;
}

/** What an official's summary wants, and what makes no sense without the sentence before or the list after it. */
const cues: Cue[] = [
  // aims, decisions, duties, deadlines
  {
    pattern:
      /目的と(?:する|し)|を目的|こととする|ことと(?:した|しました|します)|決定|しなければならない|する必要がある|求め(?:る|られ)|実施する|予定(?:である|です)|見込|結論|重要(?:である|です)|課題/,
    factor: 1.2,
  },
  { pattern: /\b(?:must|shall|aims? to|purpose|decided|recommend|conclude|important|propose|require)/i, factor: 1.15 },
  { pattern: /[0-9０-９]/, factor: 1.05 },
  // leans on another sentence
  {
    pattern:
      /^(?:これ|それ|この(?!法律|法令|政令|省令|規程|規則|規約|規格|要綱|要領|報告|調査|計画|ガイドライン|文書|指針|仕様|事業|通知|資料|制度|協定|契約|システム)|その|これら|それら|こうした|そうした|このよう|そのよう|これに|それに|当該|前項|同項|前条|同条|上記|前記|右の|ここで|そこで)/,
    factor: 0.6,
  },
  {
    pattern:
      /^(?:ただし|但し|なお|例えば|たとえば|しかし|一方|つまり|すなわち|よって|したがって|従って|ゆえに|だが|でも|では|ところで|次に)/,
    factor: 0.65,
  },
  { pattern: /^(?:また|さらに|更に|加えて|そして|併せて|あわせて)/, factor: 0.85 },
  {
    pattern:
      /^(?:This|That|These|Those|It|They|He|She|However|But|Therefore|Thus|For example|Also|Moreover|In addition)\b/,
    factor: 0.65,
  },
  // announces a list that does not come along
  {
    pattern:
      /(?:次|以下|下記|別紙|別表)の(?:とおり|通り|各号|ように)|(?:^|[、はがをにで（(])以下の|次の[^、。]{0,16}(?:目的|行為|活動|条件|要件|事項|機能|場合|者|もの|点)(?!である)|次に掲げる|下表|上表|[図表][\s\u3000]*[0-9０-９]|(?:as follows|the following)/i,
    factor: 0.45,
  },
  { pattern: /[：:]$/, factor: 0.4 },
  // how it was found out, not what
  { pattern: /(?:尋ねた|質問した|聴取した|回収した|集計したもの)/, factor: 0.7 },
  // questions, greetings, instructions to the reader of a form
  { pattern: /[？?]$/, factor: 0.15 },
  { pattern: /^[（(※]?注[0-9０-９）)：:\s]/, factor: 0.3 },
  {
    pattern:
      /お世話になっ|よろしくお願い|ありがとうございま|ようこそ|(?:ご覧|教えて|お問い?合わ?せ|御連絡|ご連絡)ください|拝啓|敬具|御参照|ご参照|参照のこと|参照してください|https?:\/\//,
    factor: 0.4,
  },
];

const abstract = /^(?:[第0-9０-９.．章\s\u3000]*)(?:概要|要旨|要約|要点|abstract|(?:executive\s*)?summary)$/i;
const concluding = /まとめ|結論|おわりに|終わりに|総括|今後|conclusion/i;
const aside =
  /参考|附則|付則|改正履歴|改訂履歴|変更履歴|問い?合わ?せ|連絡先|別表|注釈|謝辞|目次|ライセンス|revision|acknowledg|appendix|licen[cs]e|references/i;

/** Scores the sentences of a source: what they share with it, where they stand, what they say. Deterministic. */
export async function scoreSentences(
  sentences: readonly Sentence[],
  sections: readonly Section[],
  breather: Breather,
): Promise<ScoredSentence[]> {
  const vectors = await wordVectors(sentences, breather);
  const ranks = await graphRanks(vectors, breather);
  const central = await centrality(vectors, breather);
  const scored: ScoredSentence[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (breather.due()) await breather.rest();
    const shared = 0.5 * ranks[index]! + 0.5 * central[index]!;
    const factor = place(sentence, index, sentences.length, sections) * words(sentence);
    scored.push({ ...sentence, vector: vectors[index]!, score: shared * factor });
  }
  return scored;
}

function place(sentence: Sentence, index: number, count: number, sections: readonly Section[]): number {
  // Official documents say at the start what they are about.
  let factor = 1 + 0.6 * Math.exp(-index / Math.max(3, count * 0.04));
  if (sentence.leadsSection) factor *= 1.2;
  else if (sentence.leadsBlock) factor *= 1.08;
  const title = sections[sentence.section]!.title;
  // Where the authors have summarized their own document, they knew best.
  if (abstract.test(title.replace(/\s+/g, ""))) factor *= 1.5;
  else if (concluding.test(title)) factor *= 1.15;
  if (aside.test(title)) factor *= 0.5;
  return factor;
}

function words(sentence: Sentence): number {
  const distinct = new Set(sentence.words);
  const inHeadings = [...distinct].filter((word) => sentence.headingWords.has(word)).length;
  let factor = 1 + 0.3 * Math.min(1, inHeadings / 3);
  for (const cue of cues) if (cue.pattern.test(sentence.text)) factor *= cue.factor;
  if (distinct.size < 4) factor *= 0.5;
  // Letterheads, addresses, lists of names: words set apart by spaces.
  if (!sentence.complete && /[〒☎]|御中$|[\u3000 ]{2}|(?:.[\u3000 ]){3}/.test(sentence.text)) factor *= 0.2;
  if (sentence.characters > 160) factor *= 160 / sentence.characters;
  return sentence.complete ? factor : factor * 0.6;
}
