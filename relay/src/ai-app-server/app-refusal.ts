import { GenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";

/**
 * A request that cannot be done, with a sentence that says more than its code: which field, which file. The sentence is
 * ours (texts/) and is for the person at the form; it never goes into a log.
 */
export class AppRefusal extends GenaiError {
  constructor(
    code: GenaiErrorCode,
    readonly sentence: string,
  ) {
    super(code, "the inputs of an AI app were refused");
  }
}
