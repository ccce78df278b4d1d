import { checkFigures, checkWording } from "../../guards";
import type { Block, Finding, Span, TermPair } from "../../vocabulary";
import { checkLanguage } from "../output/check-language";
import { notListed } from "../requests/not-listed";
import { answersOf, answerText, unlistedText } from "./answer-lines";
import { checkMoments } from "./check-moments";
import { isForOthers, type MailQuestion } from "./find-questions";
import type { DraftReply } from "./parse-reply";
import { checkPromises } from "./promises";
import type { AnsweredQuestion, ReplyParts, ReplyRequest, ReplyResult } from "./reply-request";
import { salutationOf } from "./salutation";

/**
 * Puts a model's draft into a mail and checks it: the name of the addressee and the signature come from the thread and the
 * sender, every question is answered or marked, and nothing stands there unremarked that neither thread nor intention has.
 */
export function buildReply(
  draft: DraftReply,
  request: ReplyRequest,
  mail: Block,
  { asked: questions, unlisted }: { asked: readonly MailQuestion[]; unlisted: number },
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
  const more = unlistedText(unlisted, language);
  const details = [answerText(answers, conclusion, language), more, clean(draft.details)]
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
  if (unlisted > 0) findings.push(notListed(unlisted, mail.id));
  const subject = subjectOf(request);
  // How many questions there are more is our own figure.
  const said = more === "" ? text : text.replace(more, " ".repeat(more.length));
  const figures = checkFigures(sources, withoutNumbering(said, questions.length));
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

/** The number of the questions may be said (「御質問の２点」), as may the numbers set before them; places stay what they are. */
function withoutNumbering(text: string, count: number): string {
  return text.replace(
    /(?<=^|\n)\s*(?:[（(]([0-9０-９]{1,3})[)）]|([0-9０-９]{1,3})[.．、])|[（(]([0-9０-９]{1,3})[)）]|(?<![0-9０-９])([0-9０-９]{1,3})(?=点)/gu,
    (words, ...groups: (string | undefined)[]) => {
      const number = Number((groups.slice(0, 4).find((one) => one !== undefined) ?? "").normalize("NFKC"));
      return number <= count ? " ".repeat(words.length) : words;
    },
  );
}

function subjectOf({ subject }: ReplyRequest): string | undefined {
  if (subject === undefined || subject.trim() === "") return undefined;
  const plain = subject.trim();
  return /^(?:re|返信)\s*[:：]/i.test(plain) ? plain : `Re: ${plain}`;
}
