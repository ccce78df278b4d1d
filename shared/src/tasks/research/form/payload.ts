import type { AppField, AppInputs, AppTurn } from "../../../vocabulary";
import { typedInputs, type TypedValue } from "./typed-inputs";

/**
 * The `inputs` of an invocation: typed values, `files` in the shape of the specification (`{key, files: [{filename,
 * content}]}`) when there are any, and `conversation_histories` as GENAI's pages send it.
 */
export function invocationInputs(
  fields: readonly AppField[],
  inputs: AppInputs,
  keepsConversation: boolean,
): Record<string, unknown> {
  const { values, files } = typedInputs(fields, inputs);
  const turns = keepsConversation ? (inputs.conversation ?? []) : [];
  return {
    ...values,
    ...(files.length === 0 ? {} : { files }),
    ...(turns.length === 0 ? {} : { conversation_histories: turns.map((turn) => turnOf(fields, turn)) }),
  };
}

function turnOf(fields: readonly AppField[], turn: AppTurn): Record<string, TypedValue> {
  const { values } = typedInputs(fields, { values: turn.values, files: {} });
  return { input: JSON.stringify(values), output: turn.answer, createdDate: String(turn.askedAt) };
}

/** Bytes of the inputs as JSON (UTF-8), files in base64 included. */
export function payloadBytes(inputs: Record<string, unknown>): number {
  return new TextEncoder().encode(JSON.stringify(inputs)).length;
}
