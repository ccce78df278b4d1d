import { GenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";
import type { Outgoing } from "../channel/outgoing";

/**
 * Ends a job for good with words of its own in the place of the usual ones, such as a question that the person can answer.
 * After a crash before they were said, the usual ones are said.
 */
export class ToldError extends GenaiError {
  constructor(
    code: GenaiErrorCode,
    readonly told: Outgoing,
  ) {
    super(code, "the job ends with words of its own");
  }
}
