import { checkFigures, figuresIn } from "../../guards";
import { contentWords } from "../../language";
import { squeezed } from "./thread";

/** Words of courtesy and of answering, which say nothing about a subject. */
const courtesy = new Set(
  (
    "願 教示 回答 返信 連絡 確認 検討 可能 問題 対応 知 教 答 件 点 下記 次 御 幸 頂 申 上 承知 了解 質問 照会 依頼 提出 送付 当日 差 支 差し支 存 賜 恐縮 構 結構 大丈夫 通り 旨 貴課 貴社 貴省 弊社 本件 案内 具体 場合 予定 " +
    "yes no not sure thank thanks okay certainly course afraid sorry unfortunately please could would let confirm advise tell reply question answer possible available"
  ).split(" "),
);

/** Words that tell what a question or an answer is about. */
export function subjectWords(text: string): string[] {
  return [...new Set(contentWords(text))].filter((word) => !courtesy.has(word));
}

/** True when a text speaks of what a question asks: a common word of meaning, or a common figure. */
export function speaksOf(text: string, question: string): boolean {
  const plain = squeezed(text);
  if (subjectWords(question).some((word) => plain.includes(squeezed(word)))) return true;
  // Words of the answer inside compounds of the question: 図面 in 既存図面データ.
  const asked = squeezed(question);
  if (subjectWords(text).some((word) => word.length >= 2 && asked.includes(squeezed(word)))) return true;
  const figures = figuresIn(question).filter(({ weak }) => !weak);
  return figures.some((figure) => hasFigure(text, figure.text));
}

/**
 * True where a text has a figure, written so or otherwise. Small numbers that the check of figures lets pass anywhere are missing
 * nowhere, and tell nothing but where they are written the same.
 */
export function hasFigure(text: string, figure: string): boolean {
  if (squeezed(text).includes(squeezed(figure))) return true;
  return isMissing(figure, "") && !isMissing(figure, text);
}

function isMissing(figure: string, text: string): boolean {
  return checkFigures([text], figure, { nearest: false }).length > 0;
}

const agreeing =
  /^(?:はい|承知|了承|承諾|了解|同意|賛成|問題(?:ない|なし|ありません)|可能|OK|yes|agreed?|fine|accept)/iu;
const declining = /^(?:いいえ|不可|できない|できません|断|辞退|欠席|見送|難しい|no\b|decline)/iu;

/** Whether an intention holds an answer to a question at all: it speaks of it, or agrees or declines where only one thing was asked. */
export function isAnsweredBy(intention: string, question: string, questions: number): boolean {
  const plain = intention.trim();
  if (plain === "") return false;
  if (speaksOf(plain, question)) return true;
  return questions === 1 && plain.split(/(?<=[。．！!\n])/u).some((sentence) => mayAnswer(sentence.trim(), question));
}

/** The topic of a sentence that brings one of its own: 「資料は」, 「契約書については」. */
const topic = /^(?:なお|また|ただし)?、?([^、。はがをに\s]{1,20})(?:については?|に関しては?|の件は?、|は)(?=.)、?/u;
const ownSide =
  /^(?:私|わたくし|小職|当方|こちら|本件|標記|[当弊本我]?[省庁局部課室係署]|御?照会|お?尋ね|御?質問|回答|答え|結論|今回|現時点|現在|[^一-龠]{0,2}日程)/u;
const verdict =
  /出席|欠席|参加|不参加|承知|了承|了解|承諾|承認|可能|不可|可(?:です|$|。)|差し?支え|問題(?:ない|なし|ありません|ございません)|該当|なし|あり(?:ます)?|できる|できます|できない|できません|賛成|反対|異議/u;

/** 「いつ頃になりますか」 is answered by any day. */
const asksFigure = /いつ|いくら|どのくらい|どれくらい|何(?:[名人部点件日時回台個枚円分月年]|時間|か月)|幾つ|いくつ/u;

/** A sentence about something else than what was asked is no answer to it, although nothing else was asked. */
function mayAnswer(sentence: string, question: string): boolean {
  if (sentence === "") return false;
  if (agreeing.test(sentence) || declining.test(sentence)) return true;
  if (subjectWords(sentence).length === 0) return false;
  if (asksFigure.test(question) && figuresIn(sentence).length > 0) return true;
  const own = topic.exec(sentence);
  return own === null || ownSide.test(own[1]!) || verdict.test(sentence.slice(own[0].length));
}

/** 「問題ない」 says yes. */
const nothingAgainst =
  /(?:問題|支障|差し?支え|異議|異存|相違|間違い)(?:は|も)?(?:特に)?(?:な[いし]|あり?ません|ございません)|\bno (?:problem|objections?)\b/giu;
const refusal =
  /不可|不要|不参加|な[いし](?!し)|ません|ぬ(?:。|$)|困難|難し|辞退|見送|欠席|いいえ|お?断り|かね(?:ます|る)|\b(?:no|not|never|cannot|unable|declined?)\b|n['’]t\b/iu;
/** Longer words may say yes to one thing and no to another. */
const longestVerdict = 24;

/** 「(3)不可」, and the answer 「可能です。」 */
function isTurned(said: string, answer: string): boolean {
  if (said.length > longestVerdict || answer.length > 2 * longestVerdict) return false;
  const refuses = (text: string): boolean => refusal.test(text.replace(nothingAgainst, ""));
  return refuses(said) !== refuses(answer);
}

export interface AnswerSources {
  intention: string;
  /** What answers the question by its number (`saidToEach`). */
  own?: string;
  /** Words of the thread without the question itself. */
  thread: readonly string[];
  questions: number;
}

/**
 * Whether an answer to a question rests on what the person wants to say or on the thread. A yes or no that nobody gave
 * does not, nor does one whose figures or words are not there.
 */
export function answerRests(answer: string, question: string, sources: AnswerSources): boolean {
  const known = [sources.intention, ...sources.thread, question];
  if (checkFigures(known, answer, { nearest: false }).some(({ severity }) => severity === "error")) return false;
  const asked = squeezed(question);
  const own = subjectWords(answer).filter((word) => !asked.includes(squeezed(word)));
  const said = squeezed([sources.intention, ...sources.thread].join("\n"));
  const found = own.filter((word) => said.includes(squeezed(word)));
  if (sources.own !== undefined && isTurned(sources.own, answer)) return false;
  if (sources.own !== undefined || isAnsweredBy(sources.intention, question, sources.questions)) {
    return own.length === 0 || found.length * 2 >= own.length;
  }
  // Only the thread can hold it: then the answer must say something that stands there.
  return own.length > 0 && found.length * 3 >= own.length * 2;
}
