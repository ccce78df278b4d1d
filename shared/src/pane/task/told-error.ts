import { asGenaiError, type GenaiError } from "../../vocabulary";
import { diagnose } from "../diagnostics";

/** Makes the error for the person, and tells the engineer at the console what it came from; neither holds a text. */
export function toldError(thrown: unknown): GenaiError {
  const error = asGenaiError(thrown);
  diagnose("it did not work", error);
  return error;
}
