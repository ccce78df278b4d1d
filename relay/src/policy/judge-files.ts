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
 * @throws GenaiError "aborted" when the request that the signal belongs to has gone away
 */
export async function judgeFiles(step: Step, signal?: AbortSignal): Promise<GateJudgement | undefined> {
  if (step.task !== "research" || step.options.ticket !== undefined) return undefined;
  let judgement: GateJudgement | undefined;
  for (const file of Object.values(step.options.inputs.files).flat()) {
    judgement = strictest(await judgeFile(file, signal), judgement);
  }
  return judgement;
}

async function judgeFile(file: AppFile, signal: AbortSignal | undefined): Promise<GateJudgement> {
  const name = judgeText(file.filename, "fileName");
  const places = await placesOfFile(file);
  return strictest(name, places === undefined ? unreadable : await judgeContent(places, signal));
}

async function judgeContent(places: Places, signal: AbortSignal | undefined): Promise<GateJudgement> {
  const { headers, footers, firstPage, subject = "", body = [], labels = [] } = places;
  let judgement: GateJudgement = await judgeSlices(body, "body", signal);
  judgement = strictest(judgement, await judgeSlices(headers, "header", signal));
  judgement = strictest(judgement, await judgeSlices(footers, "footer", signal));
  judgement = strictest(judgement, await judgeSlices(firstPage, "firstPage", signal));
  for (const label of labels) judgement = strictest(judgement, judgeText(label, "label"));
  return strictest(judgement, await judgeSlices([subject], "subject", signal));
}
