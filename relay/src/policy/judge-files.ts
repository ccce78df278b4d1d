import { judgeText, type Places } from "@genai-office/shared/guards";
import type { AppFile, Step } from "@genai-office/shared/vocabulary";
import { placesOfFile } from "../apps/places-of-file";
import { judgeSlices } from "./judge-slices";
import { strictest, type GateJudgement } from "./gate-step";

/** What is said of a file that nobody can read here, such as a PDF or a picture: a person has to answer for it. */
const unreadable: GateJudgement = { class: "unknown", decision: "ask" };

/**
 * Judges the files that a step would send to an AI app: each by its name and by what stands in it, place by place. A file
 * whose text cannot be read counts as class unknown, so that it needs a person's confirmation and a service that is cleared
 * for class 2. Undefined for a step without files.
 */
export async function judgeFiles(step: Step): Promise<GateJudgement | undefined> {
  if (step.task !== "research" || step.options.ticket !== undefined) return undefined;
  let judgement: GateJudgement | undefined;
  for (const file of Object.values(step.options.inputs.files).flat()) {
    judgement = strictest(await judgeFile(file), judgement);
  }
  return judgement;
}

async function judgeFile(file: AppFile): Promise<GateJudgement> {
  const name = judgeText(file.filename, "fileName");
  const places = await placesOfFile(file);
  return strictest(name, places === undefined ? unreadable : await judgeContent(places));
}

/** Characters of a file that are read: some ten times what a file of that size holds in practice. */
const maximumCharacters = 5_000_000;

async function judgeContent(places: Places): Promise<GateJudgement> {
  const { headers, footers, firstPage, subject = "", body = [] } = places;
  const texts = [...headers, ...footers, ...firstPage, subject, ...body];
  if (texts.reduce((sum, text) => sum + text.length, 0) > maximumCharacters) return unreadable;
  let judgement = await judgeSlices(body, "body");
  judgement = strictest(judgement, await judgeSlices(headers, "header"));
  judgement = strictest(judgement, await judgeSlices(footers, "footer"));
  judgement = strictest(judgement, await judgeSlices(firstPage, "firstPage"));
  return strictest(judgement, await judgeSlices([subject], "subject"));
}
