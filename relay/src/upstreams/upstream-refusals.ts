import { mappedRunner } from "@genai-office/shared/tasks";
import { GenaiError, type GenerateEvent, type StepRunner } from "@genai-office/shared/vocabulary";

/**
 * Renames refusals of the upstream: its 401 or 403 is about the relay's key, which the person at the pane has no part
 * in, so it must not read as if they had to sign in. Everything else passes as it is.
 * @param perPerson the keys are the person's own: a 401 then asks them to sign in again, and a 403 is about them
 */
export function withUpstreamRefusals(runner: StepRunner, perPerson = false): StepRunner {
  return mappedRunner(runner, () => (event) => renamed(event, perPerson));
}

function renamed(event: GenerateEvent, perPerson: boolean): GenerateEvent {
  if (event.type !== "failed") return event;
  const { code, message, requestId, status, cause } = event.error;
  if (code !== "unauthorized" && code !== "forbidden") return event;
  // A refusal without a status is our own, such as that of a ticket of somebody else.
  if (code === "forbidden" && (perPerson || status === undefined)) return event;
  // And a key that the relay itself could not read is nothing that a person could mend by signing in.
  const personal = perPerson && status !== undefined;
  const error = new GenaiError(personal ? "sign-in-required" : "upstream-unauthorized", message, {
    ...(requestId === undefined ? {} : { requestId }),
    ...(status === undefined ? {} : { status }),
    ...(cause === undefined ? {} : { cause }),
  });
  return { ...event, error };
}
