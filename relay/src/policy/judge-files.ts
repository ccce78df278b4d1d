import { judgePlaces, judgeText } from "@genai-office/shared/guards";
import type { AppFile, Step } from "@genai-office/shared/vocabulary";
import { placesOfFile } from "../apps/places-of-file";
import { judgeBody } from "./judge-body";
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
  if (places === undefined) return strictest(name, unreadable);
  const { body = [], ...others } = places;
  return strictest(strictest(name, judgePlaces(others)), await judgeBody(body));
}
