import { figuresIn } from "../../guards";
import { foldWidth } from "../../language";
import { hasFigure, subjectWords } from "../reply/answers-question";
import { namesOneOf } from "../requests/person-names";
import { isQuestion, isRequest } from "../requests/asks";
import { inlineAnswers } from "../requests/own-words";
import type { Asked } from "./asked-of";
import { mailSentences, type ThreadMail } from "./thread-messages";

/** Puts the answer off: it is still to come. */
const later =
  /(?:着手|取り掛か|始めて)|(?:確認|検討|調整|作成|準備|照会|協議|精査|集計|手続|相談)(?:を)?(?:中|して(?:おり|い)ます|いたしております|させていただきます|いたします|します)(?![^。]*(?:しました|済))|追って|後日|改めて|のち(?:ほど|程)|後ほど|次第|未定|まだ|しばらく|お時間|お待ち|までに|までには|予定(?:です|で(?:ござい|おり))|今後|決まって(?:い|おり)ません|引き続き|本日中|待っている|\b(?:will (?:get|come) back|will (?:let you know|send|check|reply|answer|revert|do so)|still|not yet|being (?:checked|prepared|reviewed)|shortly|soon|later|in due course|pending|working on)\b/iu;
/** Says that something asked for is done, given, or allowed. */
const done =
  /(?:しました|いたしました|致しました|済み|完了|とおりです|通りです|添付(?:し|いた|の)|別添|提出(?:し|いた)|送付(?:し|いた)|お送り|回答(?:し|いた)(?:ま)|登録(?:し|いた)|報告(?:し|いた)|申請(?:し|いた)|支障(?:は)?(?:あり|ござい)ません|問題(?:は)?(?:あり|ござい)ません|差し(?:支|つか)え(?:は)?(?:あり|ござい)ません|希望(?:し|いた)ます|可能です|(?:許可|了承|承認|承諾|同意|決定)(?:し|いた)|出席(?:し|いた|でき)|参加(?:し|いた|でき)|とします|としました|になりました|確認でき|(?:です|ます|ました)。?$|\b(?:attached|here (?:is|are)|have (?:sent|registered|done|completed|checked|confirmed)|approved?|confirmed?|agreed|yes|no|is|are|was|were|has|have|can|may)\b)/iu;
/** A deed is done when it is said to be, not when it is spoken of. */
const deedDone =
  /(?:しました|いたしました|致しました|(?:を|で)(?:提出|送付|回答|報告|登録|申請|返送|添付|お送り|お届け|お渡し)(?:し|いた)ます|(?:送り|届け|渡し|出し)ます|(?:なり|でき|終わり|終え|済み)ました|とおり(?:です|提出|回答)|通りです|添付(?:し|いた)|済み|完了|支障(?:は)?(?:あり|ござい)ません|問題(?:は)?(?:あり|ござい)ません|意見(?:は)?(?:あり|ござい)ません|(?:許可|了承|承認|承諾|同意)(?:し|いた)ます|希望(?:し|いた)ます|とします|です。?$|でき(?:ます|ません)|得(?:まし|てい|ており)|ており、|\b(?:attached|here (?:is|are)|have (?:sent|registered|done|completed|checked|confirmed)|(?:is|are|was|were) (?:approved|attached|sent|done|confirmed)|approved|confirmed|agreed|yes|says?|said|happy to|I (?:will|can|am able to) (?:join|attend|participate|come|do)|would be (?:happy|glad))\b)/iu;

/** Share of the words of a request that a sentence must have to answer it. */
const deedShare = 0.34;
const questionShare = 0.3;

/**
 * The first later mail of whoever was asked that answers a request: below its quoted words, or in a sentence that speaks of the
 * same thing and does not put the answer off; or the one in which the asker says that it has come. Undefined while it is open.
 * @param siblings what else the mail asks: a sentence answers what it speaks of most
 */
export function answeredBy(
  request: string,
  mail: ThreadMail,
  asked: Asked,
  mails: readonly ThreadMail[],
  siblings: readonly string[],
): string | undefined {
  return mails.slice(mail.place + 1).find((other) => {
    const isAskers = other.writer === mail.writer && other.isMine === mail.isMine;
    if (isAskers) return acknowledges(other, request);
    return mayAnswer(other, asked) && answers(other, request, siblings);
  })?.id;
}

function mayAnswer(other: ThreadMail, asked: Asked): boolean {
  if (asked.ofMe) return other.isMine;
  if (asked.of === undefined) return true;
  // Whoever was named may answer through somebody of the same office: 「国土安全省　佐々木様」 and 「国土安全省 政策課 佐々木」.
  const names = asked.of.split(/[、\n]|\s*(?:,| and )\s*/u).flatMap((name) => namesIn(name));
  return names.some((name) => namesOneOf(other.writer, [name]) || namesOneOf(name, [other.writer]));
}

function namesIn(name: string): string[] {
  return name
    .replace(/(?:様|さん|殿|氏|御中|先生|各位|Ms\.?|Mr\.?|Mrs\.?|Dr\.?)\s*$/gu, "")
    .replace(/^(?:Ms|Mr|Mrs|Dr)\.?\s+/, "")
    .split(/[\s\u3000]+/)
    .map((part) => part.replace(/(?:様|さん|殿|氏|御中)$/u, ""))
    .filter((part) => part !== "");
}

function answers(other: ThreadMail, request: string, siblings: readonly string[]): boolean {
  const asked = squeezed(request);
  const inline = inlineAnswers(other.text).find(({ quoted }) => {
    const plain = squeezed(quoted);
    return plain.length >= 6 && (asked.includes(plain) || plain.includes(asked));
  });
  if (inline !== undefined) return inline.answer !== "" && !later.test(inline.answer);
  const asksWords = isQuestion(request);
  const sentences = mailSentences(other).filter(({ text }) => !(isRequest(text) && isQuestion(text)));
  const least = asksWords ? questionShare : deedShare;
  const others = siblings.filter((one) => one !== request);
  const put = sentences.filter(({ text }) => later.test(text)).map(({ text }) => aboutShare(request, text));
  return sentences.some(({ text }, index) => {
    if (later.test(text)) return false;
    if (!(deedDone.test(text) || (asksWords && (done.test(text) || /[0-9０-９]/.test(text))))) return false;
    const next = sentences[index + 1]?.text ?? "";
    const share = Math.max(
      aboutShare(request, text),
      asksWords || later.test(next) ? 0 : aboutShare(request, text + next),
    );
    if (share < least && !sharesFigure(request, text) && !givesVerdict(request, text)) return false;
    // What is said of another question of the same mail, or put off in the same mail, answers nothing.
    // 「第３章」 in both tells more than a word that both questions have.
    const known = sharesPlace(request, text) ? 1 : share;
    return !others.some((one) => aboutShare(one, text) > known) && !put.some((one) => one > known);
  });
}

/** 「支障の有無をお知らせください」 is answered by 「支障ありません」. */
function givesVerdict(request: string, text: string): boolean {
  const word =
    /(支障|差し支え|差支え|異議|異存|意見|問題)(?:の有無|は(?:ござい|あり)ませんか|が?(?:ないか|なければ))/u.exec(
      request,
    )?.[1];
  return word !== undefined && new RegExp(`${word}(?:は|も|点は)?(?:特に)?(?:ござい|あり)`, "u").test(text);
}

const received =
  /(?:受領|拝受|受け取り|届きまし|頂戴し|(?:提出|送付|回答|提供|登録)(?:いただ|頂)(?:き|い))|\b(?:received|got your|thank you for (?:sending|your))\b/iu;

/** The one who asked says that it has come. */
function acknowledges(other: ThreadMail, request: string): boolean {
  if (isQuestion(request)) return false;
  return mailSentences(other).some(
    ({ text }) => received.test(text) && !isRequest(text) && aboutShare(request, text) >= deedShare,
  );
}

/** Reasons stand before what is asked: 「…実施しますので、希望日時を…」. */
const reason = /^.*(?:ので|ため|ところ|ですが|ますが|おりますが|つきましては|たく)、/u;

/** Share of what a request is about that a text speaks of; the thing asked for counts three times. */
function aboutShare(request: string, text: string): number {
  const main = request.replace(reason, "");
  const words = subjectWords(subjectWords(main).length > 0 ? main : request);
  // What the answer is given in (報告書で提出, 申込書により) stands for all that is to be in it.
  const form = formOf.exec(main)?.[1];
  if (form !== undefined && plainIncludes(text, form)) return 1;
  const topic = topicOf.exec(request)?.[1]?.split("の").at(-1);
  const object = [...main.matchAll(objectOf)].at(-1)?.[1]?.replace(generalNoun, "").replace(deedNoun, "") ?? topic;
  const last = object === undefined ? undefined : subjectWords(object).at(-1);
  const share = sharedShare(last === undefined ? words : [...words, last, last], text);
  return topic === undefined ? share : Math.max(share, 0.9 * sharedShare(subjectWords(topic), text));
}

const objectOf = /([^、。をはがに]{1,20})(?:を|の(?=[^、。をはが]{1,6}(?:を|お願い)))/gu;
/** 「更新状況」 asks how the update stands. */
const generalNoun = /の?(?:状況|有無|内容|可否|要否|予定|結果|方法|件数|理由|時期|日時)$/u;
/** 「機材の手配」 asks for 機材. */
const deedNoun = /の?(?:手配|作成|提出|送付|更新|登録|準備|提供|回答|確認|調整|報告|共有|記入|修正|整理|検討)$/u;
const topicOf = /([^、。]{2,24}?)(?:について|に関して|の件)/u;
const formOf =
  /(?:別紙|別添|添付|所定)?の?([\p{Script=Han}ァ-ヶー]{1,6}(?:書|票|表|様式|名簿|フォーム))(?:により|にて|で)/u;

function plainIncludes(text: string, words: string): boolean {
  return squeezed(text).includes(squeezed(words));
}

/** Share of words that a text has; a single kanji is often part of another word and counts less. */
export function sharedShare(words: readonly string[], text: string): number {
  const plain = squeezed(text);
  const weight = (word: string): number => (word.length === 1 ? 0.4 : 1);
  const all = words.reduce((sum, word) => sum + weight(word), 0);
  const shared = words.filter((word) => plain.includes(squeezed(word)));
  // One short word in common says nothing.
  if (all === 0 || shared.reduce((sum, word) => sum + weight(word), 0) < 1) return 0;
  return shared.reduce((sum, word) => sum + weight(word), 0) / all;
}

/** A figure of the question that the answer repeats, other than the small numbers that everything has. */
function sharesFigure(request: string, text: string): boolean {
  const figures = figuresIn(request).filter(({ weak, text: words }) => !weak && words.length >= 3);
  return figures.some((figure) => hasFigure(text, figure.text));
}

/** A chapter, an article, a form in common. */
function sharesPlace(request: string, text: string): boolean {
  return figuresIn(request).some(({ kind, text: words }) => kind === "article" && hasFigure(text, words));
}

function squeezed(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/[\s。、.,?？!！]+/g, "");
}
