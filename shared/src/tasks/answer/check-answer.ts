import { judgeEvidence, mainReason, type EvidenceReason } from "../../guards";
import { registerOf } from "../../language";
import type { Block, Finding, Statement, TermPair } from "../../vocabulary";
import { checkLanguage } from "../output/check-language";
import { speaksOf } from "../reply/answers-question";
import { requestsIn } from "../requests/find-requests";
import { checkSummary } from "../summarize/check-summary";
import { sourcesOf, type SourceBlock } from "../summarize/source-block";
import type { AnswerRequest, AnswerResult } from "./answer-request";
import { answerText } from "./answer-text";
import type { DraftAnswer } from "./parse-answer";
import { isNotFound, notFound } from "./set-phrases";

/**
 * Keeps of an answer what the materials bear out. What they do not is taken out (`line-unsupported` { line, reason }); when nothing
 * is left, the answer is that the materials do not tell. Each part of the question that the answer does not speak of is
 * `question-unanswered` { question }.
 */
export function checkAnswer(
  draft: DraftAnswer,
  cited: readonly SourceBlock[],
  request: AnswerRequest,
  blocks: readonly Block[],
  terms: readonly TermPair[] = [],
): Omit<AnswerResult, "usage" | "models"> {
  const { form, language, question } = request;
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const unsupported: Statement[] = [];
  const reasons = new Map<Statement, EvidenceReason>();
  const unsure = new Set<Statement>();
  const points = draft.paragraphs
    .map((paragraph) =>
      paragraph.flatMap(({ text, numbers, layout }): Statement[] => {
        const statement: Statement = { text, layout, sources: sourcesOf(numbers, cited) };
        const sources = statement.sources.flatMap((id) => byId.get(id) ?? []);
        // The words of the question may be taken up in the answer, its figures as well.
        const judgement = judgeEvidence(text, sources, { names: [question], context: [{ text: question }] });
        const { verdict } = judgement;
        if (verdict === "unsupported") {
          unsupported.push(statement);
          reasons.set(statement, mainReason(judgement));
          return [];
        }
        if (verdict === "unsure") unsure.add(statement);
        return [statement];
      }),
    )
    .filter((paragraph) => paragraph.length > 0);
  const unanswered = points.length === 0;
  // A model's own way of saying it is kept beside an answer; alone it is said in our words.
  const remarks = unanswered ? [notFound[language]] : draft.notFound.filter((sentence) => !/\p{N}/u.test(sentence));
  const written = answerText({ question, form, language, points, notFound: remarks });
  const findings: Finding[] = [
    ...checkLanguage(
      written.statements.map(({ text }) => text),
      language,
    ),
    ...unsupported.map((statement): Finding => ({
      guard: "evidence",
      code: "line-unsupported",
      severity: "warning",
      values: { line: statement.text, reason: reasons.get(statement)! },
      source: statement.sources.map((blockId) => ({ blockId })),
    })),
    ...written.statements.flatMap((statement, index): Finding[] =>
      unsure.has(statement)
        ? [
            {
              guard: "evidence",
              code: "evidence-unsure",
              severity: "warning",
              source: statement.sources.map((blockId) => ({ blockId })),
              output: written.places[index]!,
            },
          ]
        : [],
    ),
    ...checkSummary(written, blocks, terms),
  ];
  if (draft.inventedFollowUp) findings.push({ guard: "coverage", code: "follow-up-invented", severity: "info" });
  const register =
    form === "diet" && language === "ja" ? registerOf(written.statements.map(({ text }) => text)) : undefined;
  if (register === "plain") findings.push({ guard: "style", code: "register-plain", severity: "warning" });
  if (!unanswered)
    findings.push(...unansweredParts(question, [...written.statements.map(({ text }) => text), ...remarks]));
  const { statements, paragraphs, text } = written;
  return { statements, paragraphs, text, unsupported, findings, unanswered };
}

/** 答弁漏れ: sentences of the question that no sentence of the answer speaks of. */
function unansweredParts(question: string, answer: readonly string[]): Finding[] {
  const parts = partsOf(question);
  if (parts.length < 2) return [];
  return parts
    .filter(
      (part) =>
        !answer.some((sentence) => speaksOf(sentence, part) && (!isNotFound(sentence) || sharesMore(sentence, part))),
    )
    .map((part) => ({
      guard: "coverage",
      code: "question-unanswered",
      severity: "warning",
      values: { question: part },
    }));
}

/** A remark that something is not in the materials answers only what it names. */
function sharesMore(sentence: string, part: string): boolean {
  return speaksOf(sentence.replace(/お示しの|資料|確認/g, ""), part);
}

/** What a question asks, one after the other: 「…はどれだけか。また、…はいつか。」 */
export function partsOf(question: string): string[] {
  return requestsIn(question.replace(/(?<=[るかたうい])。(?=また、|さらに、|併せて、)/gu, "。\n")).map(({ text }) =>
    text.replace(/^(?:また|さらに|併せて|加えて)、/u, ""),
  );
}
