import { judgePlaces, type ConfidentialityJudgement } from "@genai-office/shared/guards";
import { sha256Hex } from "@genai-office/shared/language";
import { answer, minutes, reply, summarize, translate } from "@genai-office/shared/tasks";
import {
  GenaiError,
  type Block,
  type ConfidentialityClass,
  type Finding,
  type ModelCard,
  type Statement,
  type StepRunner,
  type TaskEvent,
} from "@genai-office/shared/vocabulary";
import type { EvaluationCase } from "./evaluation-case";
import type { ReadSource } from "./read-source";

/** What a task made of a case, in the terms that are scored. */
export interface CaseAnswer {
  text: string;
  findings: Finding[];
  usage?: { inputTokens: number; outputTokens: number };
  /** What the answer claims and rests on, where the task says that. */
  statements?: Statement[];
  /** Paragraphs without a finding, of a translation. */
  checkedParagraphs?: { all: number; sound: number };
  decisions?: string;
  actions?: { task: string; owner: string; due: string }[];
  /** Lines the task itself took out, because nothing bore them out. */
  struck?: number;
}

/**
 * Runs the suite's task for a case. Nothing is confirmed by a person here: what the gate wants to ask about is refused.
 * @throws GenaiError with which the task failed
 */
export async function answerCase(
  evaluation: EvaluationCase,
  blocks: readonly Block[],
  card: ModelCard,
  runner: StepRunner,
  declaredClass: ConfidentialityClass,
): Promise<CaseAnswer> {
  const common = {
    blocks,
    card,
    declaredClass,
    confirmed: false,
    documentHash: await sha256Hex(blocks.map(({ text }) => text).join("\n")),
  };
  switch (evaluation.task) {
    case "summarize": {
      const { length, language, instruction } = evaluation.options;
      const wish = instruction === undefined ? {} : { instruction };
      return resultOf(summarize({ ...common, length, language, ...wish }, runner));
    }
    case "translate": {
      const { from, to, terms } = evaluation.options;
      const result = await resultOf(translate({ ...common, from, to, terms }, runner));
      const translated = result.blocks.filter(({ source }) => source.trim() !== "");
      const sound = translated.filter(({ text, findings }) => text.trim() !== "" && findings.length === 0);
      return { ...result, checkedParagraphs: { all: translated.length, sound: sound.length } };
    }
    case "minutes": {
      const result = await resultOf(minutes({ ...common, ...withoutUndefined(evaluation.options) }, runner));
      const discussed = result.topics.flatMap(({ discussion }) => discussion);
      return {
        ...result,
        statements: [...discussed, ...result.decisions, ...result.actions.map(({ task }) => task)],
        decisions: result.decisions.map(({ text }) => text).join("\n"),
        actions: result.actions.map(({ task, owner, due }) => ({ task: task.text, owner, due })),
        struck: result.unsupported.length,
      };
    }
    case "reply": {
      const { intention, tone, language, sender } = evaluation.options;
      const by = sender === undefined ? {} : { sender };
      return resultOf(reply({ ...common, intention, tone, language, ...by }, runner));
    }
    case "answer": {
      const { question, form, language, instruction } = evaluation.options;
      const wish = instruction === undefined ? {} : { instruction };
      return resultOf(answer({ ...common, question, form, language, ...wish }, runner));
    }
  }
}

/** Paragraphs that a first page may have. */
const firstPageParagraphs = 40;

/** Class and decision for a source as the suite's own gate finds them. */
export function judgeCase(evaluation: EvaluationCase, source: ReadSource): ConfidentialityJudgement {
  const texts = source.blocks.map(({ label, text }) => (label === undefined ? text : `${label}\n${text}`));
  const isDocument = source.blocks.every(({ kind }) => kind === "paragraph");
  return judgePlaces({
    headers: source.headers,
    footers: source.footers,
    firstPage: isDocument ? texts.slice(0, firstPageParagraphs) : [],
    fileName: source.fileName,
    body: [...texts, optionText(evaluation)],
  });
}

/** What of the options leaves together with the source. */
function optionText({ options }: EvaluationCase): string {
  return Object.values(options)
    .filter((value) => typeof value === "string")
    .join("\n");
}

async function resultOf<Result>(events: AsyncIterable<TaskEvent<Result>>): Promise<Result> {
  for await (const event of events) {
    if (event.type === "completed") return event.result;
    if (event.type === "failed") throw event.error;
    if (event.type === "aborted") throw new GenaiError("aborted", "the task was cancelled");
  }
  throw new GenaiError("internal", "the task ended without an outcome");
}

function withoutUndefined<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
}
