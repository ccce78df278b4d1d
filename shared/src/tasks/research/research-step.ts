import { sha256Hex } from "../../language/sha256-hex";
import { promptVersions } from "../../prompts/versions";
import type { AppCard, AppInputs, ConfidentialityClass, ResearchStep } from "../../vocabulary";

export interface ResearchRequest {
  app: Pick<AppCard, "id" | "service">;
  inputs: AppInputs;
  /** Highest class found in what the person filled in, or declared by them. */
  declaredClass: ConfidentialityClass;
  /** The person has answered for a source of unknown class, such as a file that nobody can read. */
  confirmed: boolean;
  /** UUID v4 of a conversation that goes on; a fresh one is drawn when left out. */
  sessionId?: string;
  /** Of an `accepted` event: goes on waiting. Nothing of the inputs leaves then. */
  ticket?: string;
}

/** Makes the one step of an invocation, or of a further wait for one. The hash is that of the inputs. */
export async function researchStep(request: ResearchRequest): Promise<ResearchStep> {
  const { app, declaredClass, confirmed, ticket } = request;
  const inputs: AppInputs = ticket === undefined ? request.inputs : { values: {}, files: {} };
  return {
    task: "research",
    promptVersion: promptVersions.research,
    model: app.service,
    declaredClass,
    confirmed,
    documentHash: await sha256Hex(JSON.stringify(request.inputs)),
    blocks: [],
    options: {
      app: app.id,
      inputs,
      sessionId: request.sessionId ?? crypto.randomUUID(),
      ...(ticket === undefined ? {} : { ticket }),
    },
  };
}
