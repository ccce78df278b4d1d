import { splitSentences } from "../../language";
import { japaneseNegation } from "../negation/negation";
import { sharedWords } from "./shared-words";

export interface ChangedPredicate {
  reason: "negation" | "modality";
  verdict: "unsupported" | "unsure";
}

/** A verb made of a noun: 増額する, 移転を決める, スタートします. The last two kanji carry it (予算増額 -> 増額). */
const verbNoun =
  /([一-龠々]{2,}|[ァ-ヶー]{2,})(?=(?:を|は|も|が)?(?:し(?!た(?:い|く))|する|す(?:べ|る)|さ|せ|でき|出来|いたし|致し|され|見送|取りやめ|断念|検討|行|実施))/gu;
/** A decision not to do it. */
const droppedAfter = /^(?:を|は|も|が)?(?:見送|取りやめ|取り止め|とりやめ|やめ|中止|断念|しかね|できかね|控え)/u;
const onlyWeighed =
  /^[^。、]{0,10}?(?:検討|かどうか|可能性|可否|かもしれ|案(?:も|が|を|の)|べきか|余地|ではどうか|いかがでしょう|どうでしょう)/u;
/** 「拡充については、…検討する。」: the noun is what is weighed at the end of its sentence. */
const asNoun = /^(?:の|について|に関し|に|は|も|を|、|が)(?!し|行|実施)/u;
const endsWeighing = /検討(?:する|し(?!た)|中|を(?:行|進)|課題|してまい)[^。]{0,14}。?\s*$/u;
const intended = /^[^。、]{0,12}?(?:予定|見込|見通し|方針|たい(?:と|。|です)|つもり|目指|べき)/u;
const weighing = new Set("検討 確認 協議 議論 調整 提案 説明 報告 質問 回答 指摘 懸念 決定 実施".split(" "));

/** How a text treats one verb where it stands. */
interface Occurrence {
  negated: boolean;
  /** Its sentence holds a negation somewhere, which may be the verb's. */
  nearNegation: boolean;
  weighed: boolean;
  intended: boolean;
}

/**
 * Tells when a line does what its sources do not do, or the other way round (増額する, 増額しない), and when what they
 * only weigh becomes certain (導入を検討する, 導入する). Looks at verbs made of a noun, which official Japanese is full of;
 * undefined when nothing is seen.
 * @param decided the sources say that it was decided: what they asked or proposed is certain then.
 */
export function changedPredicate(
  line: string,
  sources: readonly string[],
  decided = false,
): ChangedPredicate | undefined {
  const sentences = sources.flatMap((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)));
  let found: ChangedPredicate | undefined;
  for (const match of line.matchAll(verbNoun)) {
    const noun = match[1]!;
    const stem = /[一-龠々]/u.test(noun[0]!) ? noun.slice(-2) : noun;
    const said = sentences.flatMap((sentence) => occurrences(stem, sentence));
    if (said.length === 0) continue;
    const own = occurrence(line, match.index + noun.length);
    if (own.negated ? !said.some((one) => one.nearNegation) : said.every((one) => one.negated)) {
      return { reason: "negation", verdict: "unsupported" };
    }
    if (decided || weighing.has(stem) || own.negated) continue;
    if (!own.weighed && said.every((one) => one.weighed)) return { reason: "modality", verdict: "unsupported" };
    if (!own.weighed && !own.intended && said.every((one) => one.intended || one.weighed)) {
      found ??= { reason: "modality", verdict: "unsure" };
    }
  }
  return found ?? changedSense(line, sentences);
}

/** Words of not doing that are no grammatical negation. */
const putOff = /保留|見送|まだ|先送|次回|持ち帰|未定/;
/** A negated verb of one kanji: 限らない, 認めません, 行わず. */
const negatedVerb = /([一-龠々])[ぁ-ん]{0,5}?(?:ない|なかった|ません|ず(?=、|に|。|$))/gu;

/**
 * The same for verbs of other kinds (限る, 認める): a negated line needs a negation in its sources; a line that says what the
 * nearest sentence negates, with the same verb, is turned round.
 */
function changedSense(line: string, sentences: readonly string[]): ChangedPredicate | undefined {
  const own = japaneseNegation(line);
  if (own.strict > 0) {
    const isNegated = sentences.some((sentence) => putOff.test(sentence) || japaneseNegation(sentence).broad);
    return isNegated ? undefined : { reason: "negation", verdict: "unsupported" };
  }
  if (own.broad || putOff.test(line)) return undefined;
  const nearest = sentences.filter((sentence) => sharedWords(line, [sentence]) >= 0.8);
  if (nearest.length === 0 || !nearest.every((sentence) => japaneseNegation(sentence).strict > 0)) return undefined;
  const turned = nearest.some((sentence) =>
    [...sentence.matchAll(negatedVerb)].some(([, kanji]) => line.includes(kanji!)),
  );
  return turned ? { reason: "negation", verdict: "unsupported" } : undefined;
}

function occurrences(stem: string, sentence: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = sentence.indexOf(stem); at >= 0; at = sentence.indexOf(stem, at + stem.length)) {
    found.push(occurrence(sentence, at + stem.length));
  }
  return found;
}

function occurrence(sentence: string, end: number): Occurrence {
  const rest = sentence.slice(end, end + 24);
  const clause = /^[^。、\n]{0,14}/u.exec(rest)![0];
  const dropped = droppedAfter.test(rest);
  return {
    // A verb's own negation follows it at once; what comes after と is about something else (…すると聞いていない).
    negated:
      dropped || japaneseNegation(clause.replace(/(?:と(?!し)|こと|ため|場合|ので|から|が、).*$/u, "")).strict > 0,
    nearNegation: dropped || /見送|取りやめ|中止|断念|反対/.test(sentence) || japaneseNegation(sentence).broad,
    weighed:
      onlyWeighed.test(rest) ||
      (asNoun.test(rest) && endsWeighing.test(sentence.slice(end))) ||
      /(?:[かか]|でしょう)[？?。]?\s*$/u.test(sentence.slice(end)),
    intended: intended.test(rest),
  };
}

const limiting =
  /に限(?:り|って|る|定)|場合に限|のみ(?:を|に|と)|を条件|場合には|ただし|但し|\bonly if\b|\bprovided that\b|\bunless\b/iu;
const anyCondition =
  /限|のみ|だけ|条件|場合|ただし|但し|除|以外|とき|れば|\bonly\b|\bif\b|\bprovided\b|\bunless\b|\bexcept\b|\bwhen\b/iu;

/** True when the sentence that says most of the line holds a condition, and the line none at all. */
export function lostCondition(line: string, sources: readonly string[]): boolean {
  if (anyCondition.test(line)) return false;
  let best = "";
  let most = 0.5;
  for (const text of sources) {
    for (const { start, end } of splitSentences(text)) {
      const sentence = text.slice(start, end);
      if (!limiting.test(sentence)) continue;
      const share = sharedWords(line, [sentence]);
      if (share > most) [best, most] = [sentence, share];
    }
  }
  return best !== "";
}
