import { checkFigures, checkWording, unknownNames } from "../../guards";
import type { Block, Finding, Span, TermPair } from "../../vocabulary";
import { checkLanguage } from "../output/check-language";
import { answerRests, isAnsweredBy, speaksOf } from "./answers-question";
import { checkMoments } from "./check-moments";
import { isForOthers, type MailQuestion } from "./find-questions";
import type { DraftReply } from "./parse-reply";
import { checkPromises } from "./promises";
import type { AnsweredQuestion, ReplyParts, ReplyRequest, ReplyResult } from "./reply-request";
import { salutationFor, squeezed } from "./thread";

/** What stands in the text where a question has no answer. */
export const toConfirm = { ja: "【要確認】", en: "[To be confirmed]" } as const;

const openMark = /要確認|確認が必要|確認中|不明|未定|分かりません|わかりません|to be confirmed|TBC|unknown|not known/i;

/**
 * Puts a model's draft into a mail and checks it: the name of the addressee and the signature come from the thread and the
 * sender, every question is answered or marked, and nothing stands there unremarked that neither thread nor intention has.
 */
export function buildReply(
  draft: DraftReply,
  request: ReplyRequest,
  mail: Block,
  questions: readonly MailQuestion[],
  terms: readonly TermPair[] = [],
): Omit<ReplyResult, "usage" | "models"> {
  const { language, sender, intention } = request;
  const sources = [
    ...request.blocks.flatMap(({ text, label }) => [text, label ?? ""]),
    intention,
    sender ?? "",
    request.subject ?? "",
  ];
  const findings: Finding[] = [];
  const clean = (text: string): string => text.trim();
  const answers = answersOf(draft, questions, request, mail, clean).filter(
    ({ question, answered }) => answered || !isForOthers(question, sender),
  );
  const salutation = salutationOf(draft.salutation, mail, request, sources, findings);
  const conclusion = clean(draft.conclusion);
  const details = [answerText(answers, conclusion, language), clean(draft.details)]
    .filter((text) => text !== "")
    .join("\n\n");
  const parts: ReplyParts = {
    salutation,
    greeting: clean(draft.greeting),
    conclusion,
    details,
    closing: clean(draft.closing),
    // A telephone number or a name that a model makes up would be sent: the signature is the sender's own or none.
    signature: sender?.trim() ?? "",
  };
  const text = [parts.salutation, parts.greeting, parts.conclusion, parts.details, parts.closing, parts.signature]
    .filter((part) => part !== "")
    .join("\n\n");
  for (const { question, answered } of answers) {
    if (answered) continue;
    findings.push({
      guard: "coverage",
      code: "question-unanswered",
      severity: "warning",
      values: { question: question.text },
      source: [{ blockId: question.blockId }],
    });
  }
  const subject = subjectOf(request);
  const figures = checkFigures(sources, withoutNumbering(text, questions.length));
  return {
    ...(subject === undefined ? {} : { subject }),
    parts,
    text,
    questions: answers.map(({ question: { text: words, blockId }, answered }): AnsweredQuestion => ({
      text: words,
      blockId,
      answered,
    })),
    findings: [
      ...findings,
      // The questions are quoted in their own language.
      ...checkLanguage([draft.conclusion, draft.details, ...draft.answers.values()], language),
      ...figures.map((finding): Finding => placedInMail(finding, request.blocks)),
      ...checkMoments(text, sources).filter(({ output }) => !figures.some((other) => overlap(other.output, output))),
      ...checkPromises(text, sources),
      ...checkWording(text, terms, sources),
    ],
  };
}

function overlap(one: Span | undefined, other: Span | undefined): boolean {
  return one !== undefined && other !== undefined && one.start < other.end && other.start < one.end;
}

/** Figure findings name their source by its place among the texts; only blocks are places that a person can look at. */
function placedInMail(finding: Finding, blocks: readonly Block[]): Finding {
  const { source, ...others } = finding;
  const places = (source ?? []).flatMap(({ blockId, ...span }) => {
    const index = Number(blockId);
    // Each block gave two texts: its words and its label.
    const block = Number.isInteger(index) && index % 2 === 0 ? blocks[index / 2] : undefined;
    return block === undefined ? [] : [{ ...span, blockId: block.id }];
  });
  return places.length === 0 ? others : { ...others, source: places };
}

interface Answer {
  question: MailQuestion;
  text: string;
  answered: boolean;
  /** The answer has a line of its own; otherwise it stands in the text of the reply. */
  ownLine: boolean;
}

function answersOf(
  draft: DraftReply,
  questions: readonly MailQuestion[],
  request: ReplyRequest,
  mail: Block,
  clean: (text: string) => string,
): Answer[] {
  const thread = request.blocks.filter((block) => block !== mail).map(({ text }) => text);
  return questions.map((question, index) => {
    // What the mail itself says besides the question may hold its answer as well (「〜と理解していますが、よろしいですか」).
    const rest = mail.text.replace(question.text, "");
    const sources = { intention: request.intention, thread: [...thread, rest], questions: questions.length };
    const line = clean(draft.answers.get(index + 1) ?? "");
    if (line !== "") {
      const answered = !openMark.test(line) && answerRests(line, question.text, { ...sources, thread });
      return { question, text: line, answered, ownLine: true };
    }
    const body = `${draft.conclusion}\n${draft.details}`;
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
}

/** The answers that stand on lines of their own; several are numbered, each below what it answers. */
function answerText(answers: readonly Answer[], conclusion: string, language: ReplyRequest["language"]): string {
  const mark = toConfirm[language];
  const words = (answer: Answer): string => {
    if (answer.answered) return answer.text;
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
        ? `${number}「${answer.question.text}」について\n　${words(answer)}`
        : `${number}"${answer.question.text}"\n${words(answer)}`;
    })
    .join("\n");
}

function numberOf(number: number, language: ReplyRequest["language"]): string {
  return language === "ja"
    ? `（${String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}）`
    : `${number}. `;
}

/** The number of the questions may be said (「御質問の２点」), as may the numbers set before them; places stay what they are. */
function withoutNumbering(text: string, count: number): string {
  return text.replace(
    /(?<=^|\n)\s*(?:[（(]([0-9０-９]{1,2})[)）]|([0-9０-９]{1,2})[.．、])|[（(]([0-9０-９]{1,2})[)）]|(?<![0-9０-９])([0-9０-９]{1,2})(?=点)/gu,
    (words, ...groups: (string | undefined)[]) => {
      const number = Number((groups.slice(0, 4).find((one) => one !== undefined) ?? "").normalize("NFKC"));
      return number <= count ? " ".repeat(words.length) : words;
    },
  );
}

function salutationOf(
  written: string,
  mail: Block,
  request: ReplyRequest,
  sources: readonly string[],
  findings: Finding[],
): string {
  const known = salutationFor(mail, request.language);
  const name = squeezed(written)
    .replace(/(?:様|殿|氏|さん|先生|御中|各位|御?担当者|ご担当者)+[、,]?$/u, "")
    .replace(/^dear|,$/g, "");
  if (name === "") return written.trim() === "" ? known : written.trim();
  const text = sources.map(squeezed).join("\n");
  const isKnown = written
    .split(/[\s\u3000\n]+/)
    .map((part) =>
      squeezed(part)
        .replace(/(?:様|殿|氏|さん|先生|御中|各位|御?担当者|ご担当者)+[、,]?$/u, "")
        .replace(/^dear|,$/g, ""),
    )
    .every((part) => part === "" || text.includes(part));
  if (isKnown || (known === "" && unknownNames(written, sources).length === 0)) return written.trim();
  findings.push({
    guard: "evidence",
    code: "addressee-not-in-source",
    severity: "warning",
    values: { found: written.trim() },
  });
  return known;
}

function subjectOf({ subject }: ReplyRequest): string | undefined {
  if (subject === undefined || subject.trim() === "") return undefined;
  const plain = subject.trim();
  return /^(?:re|返信)\s*[:：]/i.test(plain) ? plain : `Re: ${plain}`;
}
