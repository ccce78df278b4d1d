import type { Places } from "../../guards";
import {
  higherClass,
  stricterDecision,
  type AppField,
  type ConfidentialityClass,
  type ModelCard,
} from "../../vocabulary";
import type { Judgement, Refusal, SummaryGate } from "../summary/summary-engine";
import { ownValue } from "./own-value";
import type { TakenFile } from "./take-files";

/** What a form holds, as far as it concerns what may leave. */
export interface FormContent {
  values: Record<string, string | string[]>;
  files: Record<string, TakenFile[]>;
  /** Of the document or mail whose text was put into a field. */
  taken?: Judgement | undefined;
  /** What earlier turns of the conversation said; it is sent again. */
  earlier: string[];
}

/** What the gate says of a form. */
export interface FormJudgement extends Judgement {
  /** Names of files whose words nobody here can read: a person has to answer for them. */
  unread: string[];
}

/** Every file of a form. */
export function filesOfForm(files: FormContent["files"]): TakenFile[] {
  return Object.values(files).flat();
}

/**
 * Judges what would leave for an app: what was typed and chosen, the names of files and their words where they can be read,
 * and the document that text was taken from, as a whole.
 */
export function judgeForm(
  gate: Pick<SummaryGate, "judge">,
  fields: readonly AppField[],
  { values, files, taken, earlier }: FormContent,
): FormJudgement {
  const chosen = filesOfForm(files);
  const typed = fields.flatMap(({ key, type }) =>
    type === "hidden" || type === "file" ? [] : [ownValue(values, key) ?? []].flat(),
  );
  const own = gate.judge(places([...typed, ...earlier], ""));
  // Each file is a place of its own: its first lines are what is marked.
  const ofFiles = chosen.map(({ filename, text }) => gate.judge(places(text === undefined ? [] : [text], filename)));
  const all = [...(taken === undefined ? [] : [taken]), own, ...ofFiles];
  return {
    class: all.reduce<ConfidentialityClass>((cls, one) => higherClass(cls, one.class), "none"),
    decision: all.reduce((decision, one) => stricterDecision(decision, one.decision), own.decision),
    markings: all.flatMap(({ markings }) => markings),
    unread: chosen.filter(({ text }) => text === undefined).map(({ filename }) => filename),
  };
}

/** True when a person has to say what the class is. */
export function mustAsk({ decision, unread }: FormJudgement): boolean {
  return decision === "ask" || (unread.length > 0 && decision !== "block");
}

/**
 * The gate's refusal with the class that a person stands for; undefined when it may go. A marking that nobody understands
 * needs a service that is cleared for class 2 whatever the answer is; a file that nobody can read is what the person says.
 */
export function refusalOfForm(
  gate: Pick<SummaryGate, "refusal">,
  judgement: FormJudgement,
  service: ModelCard,
  declared: ConfidentialityClass,
): Refusal | undefined {
  const found = higherClass(judgement.class, declared);
  const decision = found === "2" ? stricterDecision(judgement.decision, "clearedOnly") : judgement.decision;
  return gate.refusal({ ...judgement, class: found, decision }, service, mustAsk(judgement));
}

function places(body: string[], fileName: string): Places {
  return { headers: [], footers: [], firstPage: [], fileName, body };
}
