import { contentWords } from "@genai-office/shared/language";
import type { Decision } from "./decision";
import { withoutRevoked } from "./revoked-decisions";
import { headsOf, isRuling } from "./rulings";
import { answersQuestion, putsOff } from "./short-answers";
import type { SpokenSentence } from "./spoken-sentences";

const deciding =
  /決定(?:と)?(?:し|いたし)(?:ます|ました)|決定です|決ま(?:りました|りです)|(?:こと|もの)(?:と|に)(?:します|いたします|しましょう|させていただきます|決まりました)|(?:と|に)(?:します|いたします|させていただきます)。?$|了承(?:し|いたし|され|と)|承認(?:し|いたし|され)(?:ます|ました)|可決|採択(?:し|され)|合意(?:し|いたし|され)(?:ます|ました)|で(?:いきます|いきましょう|進めます|進めましょう|やります|やりましょう|決めます|決めましょう|決まり|確定)|(?:に|と)(?:決め(?:ます|ましょう|た)|する[。\s]*$|しましょう[。\s]*$)|(?:減らし|増やし|替え|変え|広げ|延ばし|続け|やめ|止め|残し|入れ|外し)ます[。\s]*$|(?:延ばし|替え|変え|続け|減らし|増やし)ましょう|見送(?:ります|りましょう|ることと)|持ち越(?:します|しましょう)|先送り(?:し|と)|継続審議(?:と|に)|保留(?:と|に)し|採用せず|\b(?:we (?:have )?(?:decided|agreed|approved|resolved)|it (?:is|was) (?:decided|agreed|approved)|let['’]s go with|decision is)\b/iu;
const notDeciding =
  /(?:去年|一昨年|おととし|以前|先月|先週|当時|かつて)[^。]*(?:ました|でした)|(?:ましょう|ません|です|ます|でしょう)か[。？?]?$|そうです。?$|(?:て|で)から(?:に|の)|期限は|決定(?:して|は(?:し)?て?|に(?:は)?至)[^。]{0,8}(?:ません|ない)|決め(?:ません|られ(?:ない|ません))|(?:を見て|を待って|てから|次第)[^。]{0,10}(?:決め|判断)|(?:思|考え)ます。?$|[？?]\s*$|(?:でしょうか|ますか|ですか|ませんか)。?$|仮に|例えば|たとえば|もし|前回|先日|昨年|これまで|既に|すでに|お願い(?:と|に)?(?:いた)?します|失礼(?:いた)?します|(?:説明|報告|紹介|休憩|開会|閉会|終了|採決|質疑|審議|ここまで|次回(?:に|の検討))(?:と|に|を)?(?:いた)?します|検討することとし|(?:討論|答弁|質問|質疑|演説)(?:と|を|は|に)|(?:を|と)述べ|お願い申し上げ|ようでは/u;
const proposing =
  /(?:でよろしい|でいかが|で(?:いい|良い|よい)(?:です)?か|ことで[^。]{0,6}てよろしい|(?:に|と)しましょうか|でどうでし|ことでよい|ことで(?:いい|良い|よ)|(?:御|ご)?異議(?:は)?(?:ござい|あり)ませんか|方向で(?:よろしい|いかが)|(?:と|に)したいと思いますが|賛成(?:の方|でよろしい)|\bagreed\?|any objections)[^。]*/iu;
const assent =
  /^[〔［（(「『]*(?:はい、?)?(?:(?:御|ご)?異議(?:は)?(?:なし|ありません|ございません)|異存(?:は)?(?:なし|ありません|ございません)|賛成(?:です|します|いたします)|(?:承認|賛同)(?:です|し)|(?:それ|これ)で(?:いい|良い|よい|構い|かまい|お願い|結構)|大丈夫|構いません|いいですね|いいと思|そうしましょう|はい[。\s]*$|(?:それで)?(?:結構|いい|よろしい)です|了解(?:です|しました)|承知(?:いた)?しました|[（(]?「?異議なし|no objections?|agreed)/iu;

/** 「…ということで決めたいと思いますが」 proposes as well. */
const proposed =
  /(?:したい|決めたい|進めたい|いきたい)と(?:思い|考え)ます|案(?:でございます|です)|てはどうでしょう|こととしてよろし/u;
/** How far before a decision that names nothing (「そのように決定します」) its proposal is looked for, in utterances. */
const proposalWithin = 6;
const assentWithin = 4;

/** 「会場は一つとすることに」: what and how, in few words. */
const namesItself =
  /^(?:(?:では|それでは)、)?(?!本件|これ|それ|以上|原案|議案|動議|提案|本案)[^、。はが]{2,20}は[^。]+(?:こと|もの)(?:に|と)/u;
/** By when somebody does something is part of what is to be done. */
const ofOneTask = /期限|締切|締め切り|まで(?:で|に)(?:も)?(?:いい|良い|よい|よろしい|構)/u;
/** 「そのようにいたします」 answers what stands right before it. */
const answering = /そのように(?:いた)?し(?:ます|ましょう)|そのようにさせ/u;

/** Finds what the meeting decided: said so, or proposed and assented to. Words of putting off, questions and earlier decisions are none. */
export function findDecisions(sentences: readonly SpokenSentence[]): Decision[] {
  const decisions: Decision[] = [];
  const heads = headsOf(sentences);
  for (const [index, sentence] of sentences.entries()) {
    const asked = questionBefore(sentences, index);
    if (asked !== undefined && answersQuestion(sentence.text, asked.text)) {
      decisions.push({ sentences: [asked, sentence], utterances: [asked.utterance, sentence.utterance] });
    } else if (
      (deciding.test(sentence.text) && !notDeciding.test(sentence.text)) ||
      isRuling(sentence, heads) ||
      (putsOff(sentence.text) && !/[？?か]。?$/u.test(sentence.text))
    ) {
      const within = answering.test(sentence.text) ? 1 : proposalWithin;
      const isVague = namesLittle(sentence.text) && !namesItself.test(sentence.text);
      const proposal = isVague ? proposalBefore(sentences, index, within) : undefined;
      if (isVague && proposal === undefined) continue;
      const said = proposal === undefined ? [sentence] : [proposal, sentence];
      decisions.push({ sentences: said, utterances: [...new Set(said.map(({ utterance }) => utterance))] });
    } else if (proposing.test(sentence.text) && !ofOneTask.test(sentence.text)) {
      const assenting = assentAfter(sentences, index);
      if (assenting.length === 0) continue;
      // 「ただいまの動議に御異議ありませんか。」 asks about what was moved before.
      const motion = namesLittle(sentence.text) ? motionBefore(sentences, index) : undefined;
      if (namesLittle(sentence.text) && motion === undefined) continue;
      const said = motion === undefined ? [sentence] : [motion, sentence];
      decisions.push({
        sentences: said,
        utterances: [...new Set([...said.map(({ utterance }) => utterance), ...assenting])],
      });
    }
  }
  return withoutRevoked(
    decisions.filter((decision, index) => !isRepeated(decision, decisions.slice(index + 1))),
    sentences,
  );
}

/** The question that the sentence, the first of its utterance, may answer. */
function questionBefore(sentences: readonly SpokenSentence[], index: number): SpokenSentence | undefined {
  const [before, sentence] = [sentences[index - 1], sentences[index]!];
  return before !== undefined && before.utterance === sentence.utterance - 1 && before.speaker !== sentence.speaker
    ? before
    : undefined;
}

function proposalBefore(
  sentences: readonly SpokenSentence[],
  index: number,
  within: number,
): SpokenSentence | undefined {
  const { utterance } = sentences[index]!;
  for (let before = index - 1; before >= 0; before -= 1) {
    const sentence = sentences[before]!;
    if (utterance - sentence.utterance > within) return undefined;
    if (utterance === sentence.utterance && namesLittle(sentence.text)) continue;
    if (within === 1 && !isLastOf(sentences, before)) return undefined;
    if ((proposing.test(sentence.text) || proposed.test(sentence.text)) && !namesLittle(sentence.text)) return sentence;
  }
  return undefined;
}

/** True for the last sentence of its utterance. */
function isLastOf(sentences: readonly SpokenSentence[], index: number): boolean {
  return sentences[index + 1]?.utterance !== sentences[index]!.utterance;
}

/** The last sentence of the utterance before: the motion that is put to the meeting. */
function motionBefore(sentences: readonly SpokenSentence[], index: number): SpokenSentence | undefined {
  const { utterance } = sentences[index]!;
  const before = sentences
    .slice(Math.max(0, index - 12), index)
    .findLast((sentence) => sentence.utterance === utterance - 1 && !/^[〔［（(]/u.test(sentence.text));
  return before === undefined || namesLittle(before.text) ? undefined : before;
}

function assentAfter(sentences: readonly SpokenSentence[], index: number): number[] {
  const { utterance } = sentences[index]!;
  const found = new Set<number>();
  for (let after = index + 1; after < sentences.length; after += 1) {
    const sentence = sentences[after]!;
    if (sentence.utterance - utterance > assentWithin) break;
    if (sentence.utterance > utterance && assent.test(sentence.text)) found.add(sentence.utterance);
    else if (sentence.utterance > utterance && found.size === 0) break;
  }
  return [...found];
}

/** A later decision soon after says the same with more words, or rests on this very proposal. */
function isRepeated(decision: Decision, later: readonly Decision[]): boolean {
  const [proposal] = decision.sentences;
  const own = new Set(contentWords(proposal!.text));
  return later.some((other) => {
    if (other.sentences.includes(proposal!)) return true;
    if (other.sentences[0]!.utterance - proposal!.utterance > proposalWithin) return false;
    const words = new Set(other.sentences.flatMap(({ text }) => contentWords(text)));
    return [...own].filter((word) => words.has(word)).length >= own.size * 0.6;
  });
}

const emptyWords = new Set(
  "決定 決 異議 御異議 認め 認 なし 原案 とおり 了承 承認 動議 賛成 方向 意見 本件 案 提案 とおり 通り 結構".split(" "),
);

/** 「では、そのように決定します。」 says that something was decided and not what. */
function namesLittle(text: string): boolean {
  if (/[0-9０-９]/u.test(text)) return false;
  return contentWords(text).filter((word) => !emptyWords.has(word)).length < 2;
}
