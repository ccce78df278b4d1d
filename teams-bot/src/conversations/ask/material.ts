import type { Database } from "@genai-office/shared/database";
import type { RunningJob } from "../../jobs/job-port";
import { sourceOfFile, type Source } from "../source/source";
import type { RememberedTurn } from "./conversation-turns";
import { materialOfJob } from "./material-of-job";

/** What an ask job is asked; its material is the file that came with the question. */
export interface AskInput {
  question: string;
  /** Name of the file that came with the question. */
  file?: string;
}

/** A file that the answer is looked for in. */
export interface Material {
  name: string;
  source: Source;
  /** Job that keeps its bytes. */
  job: string;
}

/** The file of this question, or of the one before, as long as its bytes are kept. @throws GenaiError, DatabaseError */
export async function materialFor(
  job: RunningJob,
  turns: readonly RememberedTurn[],
  database: Database,
): Promise<Material | undefined> {
  const { file } = job.input as AskInput;
  if (file !== undefined) return { name: file, source: sourceOfFile(file, await job.material()), job: job.id };
  const before = turns.at(-1)?.file;
  if (before === undefined) return undefined;
  const bytes = await materialOfJob(database, before.job, job.conversation.tenant);
  return bytes === undefined ? undefined : { ...before, source: sourceOfFile(before.name, bytes) };
}
