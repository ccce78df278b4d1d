import type { Block } from "../../vocabulary";
import { answerRests, isAnsweredBy, speaksOf } from "./answers-question";
import { unansweredThings } from "./asked-things";
import type { MailQuestion } from "./find-questions";
import { saidToEach } from "./numbered-answers";
import type { DraftReply } from "./parse-reply";
import type { ReplyRequest } from "./reply-request";
import { squeezed } from "./thread";

/** What stands in the text where a question has no answer. */
export const toConfirm = { ja: "【要確認】", en: "[To be confirmed]" } as const;

const openMark = /要確認|確認が必要|確認中|不明|未定|分かりません|わかりません|to be confirmed|TBC|unknown|not known/i;

/** A question with what the reply says to it. */
export interface Answer {
  question: MailQuestion;
  text: string;
  answered: boolean;
  /** The answer has a line of its own; otherwise it stands in the text of the reply. */
  ownLine: boolean;
  /** What its sentence asks for besides, and nothing says; it is not answered then. */
  missing?: string[];
}

/** What a draft answers to each question, and whether that rests on what the person said or on the thread. */
export function answersOf(
  draft: DraftReply,
  questions: readonly MailQuestion[],
  request: ReplyRequest,
  mail: Block,
  clean: (text: string) => string,
): Answer[] {
  const thread = request.blocks.filter((block) => block !== mail).map(({ text }) => text);
  const body = `${draft.conclusion}\n${draft.details}`;
  const whole = (answer: Answer): Answer => {
    if (!answer.answered) return answer;
    const missing = unansweredThings(answer.question.text, `${answer.text}\n${body}`);
    return missing.length === 0 ? answer : { ...answer, answered: false, ownLine: true, missing };
  };
  const said = saidToEach(request.intention, questions);
  const answers = questions.map((question, index): Answer => {
    // What the mail itself says besides the question may hold its answer as well (「〜と理解していますが、よろしいですか」).
    const rest = mail.text.replace(question.text, "");
    const sources = { ...said[index]!, thread: [...thread, rest], questions: questions.length };
    const line = clean(draft.answers.get(index + 1) ?? "");
    if (line !== "") {
      const answered = !openMark.test(line) && answerRests(line, question.text, { ...sources, thread });
      return { question, text: line, answered, ownLine: true };
    }
    const sentences = body.split(/(?<=[。．！？!?])|\n/u).filter((sentence) => speaksOf(sentence, question.text));
    const answered =
      sentences.some(
        (sentence) =>
          !openMark.test(sentence) &&
          !/[？?]\s*$|でしょうか。?\s*$/u.test(sentence) &&
          answerRests(sentence, question.text, { ...sources, thread }),
      ) ||
      // A single thing was asked, and the person's own answer is in the reply.
      (questions.length === 1 &&
        body.trim() !== "" &&
        !openMark.test(body) &&
        isAnsweredBy(request.intention, question.text, 1) &&
        speaksOf(body, request.intention));
    return { question, text: "", answered, ownLine: !answered };
  });
  return answers.map(whole);
}

/** The answers that stand on lines of their own; several are numbered, each below what it answers. */
export function answerText(answers: readonly Answer[], conclusion: string, language: ReplyRequest["language"]): string {
  const mark = toConfirm[language];
  const words = (answer: Answer): string => {
    if (answer.answered) return answer.text;
    if (answer.missing !== undefined) {
      const open = `${mark}${language === "en" ? " " : ""}${answer.missing.join(language === "ja" ? "、" : ", ")}`;
      const isSaid = squeezed(conclusion).includes(squeezed(answer.text).replace(/。$/u, ""));
      return answer.text === "" || isSaid ? open : `${answer.text}\n${language === "ja" ? "　" : ""}${open}`;
    }
    // An answer that rests on nothing stays visible, behind the mark.
    const own = answer.text.replace(/^[（(【[]?\s*(?:要確認|to be confirmed)\s*[）)】\]]?[。.]?\s*/i, "");
    return `${mark}${language === "en" && own !== "" ? " " : ""}${own}`;
  };
  const shown = answers.filter(
    (answer) =>
      answer.ownLine && !(answer.answered && squeezed(conclusion).includes(squeezed(answer.text).replace(/。$/u, ""))),
  );
  if (answers.length === 1 && shown.length === 1 && shown[0]!.answered) return words(shown[0]!);
  return shown
    .map((answer) => {
      const number = answers.length > 1 ? numberOf(answers.indexOf(answer) + 1, language) : "";
      return language === "ja"
        ? `${number}「${askedPart(answer.question.text)}」について\n　${words(answer)}`
        : `${number}"${answer.question.text}"\n${words(answer)}`;
    })
    .join("\n");
}

/** A line for what the mail asks beyond the questions that are listed; "" where it asks nothing more. */
export function unlistedText(count: number, language: ReplyRequest["language"]): string {
  if (count === 0) return "";
  return language === "ja"
    ? `${toConfirm.ja}このほか、${count}件の御質問・御依頼があり、ここには挙げていません。`
    : `${toConfirm.en} Your message asks ${count} more ${count === 1 ? "thing that is" : "things that are"} not listed here.`;
}

function numberOf(number: number, language: ReplyRequest["language"]): string {
  return language === "ja"
    ? `（${String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}）`
    : `${number}. `;
}

/** 「また、」 and 「お忙しいところ恐れ入りますが、」 are not repeated to whoever wrote them. */
function askedPart(question: string): string {
  const plain = question.replace(lead, "");
  return plain.length < shortestPart ? question : plain;
}

const shortestPart = 6;
const lead =
  /^(?:(?:つきましては|なお|また|あわせて|併せて|加えて|さらに|最後に|それから|ところで|さて)[、，]\s*|[^、。]{0,16}(?:お忙しい|御?多忙|ご多忙|お手数|恐縮|恐れ入り|申し訳)[^、。]{0,16}(?:が|ところ|中)(?:恐れ入りますが|恐縮ですが)?[、，]\s*)+/u;
