import { sentencesOf } from "../../language";
import { isQuestion, isRequest } from "../requests/asks";
import { inlineAnswers } from "../requests/own-words";
import { isOfOtherScript, namesOneOf } from "../requests/person-names";
import { givesCount, givesVerdict } from "./answer-kinds";
import { aboutShare, sharesFigure, sharesPlace, squeezed } from "./about-share";
import { asksAssent, assent, deedDone, done, later, received, thanksOnly, withdrawn } from "./answer-words";
import type { Asked } from "./asked-of";
import { mailSentences, type ThreadMail } from "./thread-messages";

/** Shorter quotes are found in much. */
const shortestQuote = 6;
/** A deed that is asked for as a question: 「送っていただけますか」. */
const asksDeed = /(?:いただけ|頂け|もらえ|下さいませ|くださいませ|願え|お願いでき)[^。]{0,10}か[。\s]*$/u;
/** 「いつ頃提出できますか」 is answered by 「11月末に提出する予定です」. */
const asksWhen = /いつ|何[日月時]|時期|日程|期日|予定日|\bwhen\b/iu;
const tellsWhen =
  /[0-9０-９]\s*(?:月|日|時|[/／:：])|[上中下]旬|[今来]週|[今来]月|年[内末明]|明日|本日|明後日|\b[0-9]{1,2}\b/u;
/** Share of the words of a request that a sentence must have to answer it. */
const deedShare = 0.34;
const questionShare = 0.3;

/**
 * The first later mail that answers a request: anybody's below its quoted words, or that of whoever was asked in a sentence that
 * speaks of the same thing and does not put the answer off; or the one in which the asker says that it has come or is needed no
 * more. Undefined while it is open.
 * @param siblings what else the mail asks, without this one: a sentence answers what it speaks of most
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
    const below = answerBelow(other, request);
    if (below !== undefined) return isAnswer(below, request);
    return mayAnswer(other, asked) && answers(other, request, siblings);
  })?.id;
}

function mayAnswer(other: ThreadMail, asked: Asked): boolean {
  if (asked.ofMe) return other.isMine;
  if (asked.of === undefined) return true;
  // Whoever was named may answer through somebody of the same office: 「国土安全省　佐々木様」 and 「国土安全省 政策課 佐々木」.
  const names = asked.of.split(/[、\n]|\s*(?:,| and )\s*/u).flatMap((name) => namesIn(name));
  // 「小林様」 may be Naoko Kobayashi.
  if (other.writer !== "" && !other.isMine && isOfOtherScript(asked.of, [other.writer])) return true;
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

/** What a mail writes right below the quoted words of a request; undefined where it does not quote them. */
function answerBelow(other: ThreadMail, request: string): string | undefined {
  const asked = squeezed(request);
  return inlineAnswers(other.text).find(({ quoted }) => {
    const plain = squeezed(quoted);
    return plain.length >= shortestQuote && (asked.includes(plain) || plain.includes(asked));
  })?.answer;
}

/** Its first sentence decides: 「確認中です。１０日までに回答します。」 is none yet. A question back is none either. */
function isAnswer(below: string, request: string): boolean {
  const [first] = sentencesOf(below).filter(
    (sentence) => !thanksOnly.test(sentence.trim()) && !(isRequest(sentence) && isQuestion(sentence)),
  );
  return first !== undefined && (!later.test(first) || (asksWhen.test(request) && tellsWhen.test(first)));
}

function answers(other: ThreadMail, request: string, siblings: readonly string[]): boolean {
  const asksWords = isQuestion(request);
  const sentences = mailSentences(other).filter(({ text }) => !(isRequest(text) && isQuestion(text)));
  const least = asksWords ? questionShare : deedShare;
  // What a mail agrees to as a whole is what it is asked to agree to.
  if (
    asksAssent.test(request) &&
    !siblings.some((one) => asksAssent.test(one)) &&
    sentences.some(({ text }) => assent.test(text))
  )
    return true;
  const put = sentences.filter(({ text }) => later.test(text)).map(({ text }) => aboutShare(request, text));
  return sentences.some(({ text }, index) => {
    if (later.test(text)) return false;
    if (!(deedDone.test(text) || (asksWords && (done.test(text) || /[0-9０-９]/.test(text))))) return false;
    const isCount = givesCount(request, text, siblings);
    const next = sentences[index + 1]?.text ?? "";
    const share = Math.max(
      aboutShare(request, text),
      asksWords || later.test(next) ? 0 : aboutShare(request, text + next),
    );
    if (share < least && !sharesFigure(request, text) && !givesVerdict(request, text) && !isCount) return false;
    // What is said of another question of the same mail, or put off in the same mail, answers nothing.
    // 「第３章」 in both tells more than a word that both questions have.
    const known = sharesPlace(request, text) || isCount ? 1 : share;
    return !siblings.some((one) => aboutShare(one, text) > known) && !put.some((one) => one > known);
  });
}

/** The one who asked says that it has come, or that it is needed no more. */
function acknowledges(other: ThreadMail, request: string): boolean {
  const isOfWords = isQuestion(request) && !asksDeed.test(request);
  return mailSentences(other).some(
    ({ text }) =>
      (withdrawn.test(text) || (!isOfWords && received.test(text) && !isRequest(text))) &&
      aboutShare(request, text) >= deedShare,
  );
}
