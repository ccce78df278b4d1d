import type { AppCard, AppField, AppFile, AppInputs } from "../../../vocabulary";
import { acceptsFile } from "./accepts-file";
import { invocationInputs, payloadBytes } from "./payload";
import { filesOf, rawValue } from "./typed-inputs";

/** What can be wrong with a form as it was filled in; the texts are in i18n (`appInputTexts`). */
export type AppInputCode =
  | "required"
  | "too-short"
  | "too-long"
  | "not-a-number"
  | "too-small"
  | "too-large"
  | "not-an-item"
  | "file-type"
  | "file-broken"
  | "file-too-large"
  | "too-many-files"
  | "payload-too-large";

/** One thing that is wrong. `key` is missing when it is about the request as a whole. */
export interface AppInputProblem {
  key?: string;
  code: AppInputCode;
  /** For the text: the field's title, the limit, the file. */
  values: Record<string, string | number>;
}

/**
 * Checks a form before anything is sent: required fields, lengths (UTF-16), ranges, items, kinds, number and size of files
 * (in base64, as GENAI counts), and the size of the whole request. Empty when it may be sent.
 */
export function checkAppInputs(
  card: Pick<AppCard, "fields" | "maximumPayloadBytes" | "keepsConversation">,
  inputs: AppInputs,
): AppInputProblem[] {
  const problems = card.fields.flatMap((field) => checkField(field, inputs));
  const bytes = payloadBytes(invocationInputs(card.fields, inputs, card.keepsConversation));
  if (bytes > card.maximumPayloadBytes) {
    problems.push({ code: "payload-too-large", values: { maximum: card.maximumPayloadBytes, size: bytes } });
  }
  return problems;
}

function checkField(field: AppField, inputs: AppInputs): AppInputProblem[] {
  const { key, title: name } = field;
  const problem = (code: AppInputCode, values: Record<string, string | number> = {}): AppInputProblem => ({
    key,
    code,
    values: { field: name, ...values },
  });
  if (field.type === "hidden") return [];
  if (field.type === "file") return checkFiles(field, filesOf(inputs, key), problem);
  const value = rawValue(field, inputs);
  const chosen = Array.isArray(value) ? value.filter((item) => item !== "") : [];
  if (value === null || (Array.isArray(value) ? chosen.length === 0 : value.trim() === "")) {
    return field.required ? [problem("required")] : [];
  }
  switch (field.type) {
    case "text":
    case "textarea":
      return checkLength(field, value as string, problem);
    case "number":
      return checkNumber(field, value as string, problem);
    case "select":
    case "radio":
    case "checkbox": {
      const values = Array.isArray(value) ? chosen : [value];
      const known = (item: string): boolean => (field.items ?? []).some((candidate) => candidate.value === item);
      return values.every(known) ? [] : [problem("not-an-item")];
    }
  }
}

type MakeProblem = (code: AppInputCode, values?: Record<string, string | number>) => AppInputProblem;

function checkLength(field: AppField, value: string, problem: MakeProblem): AppInputProblem[] {
  const { minimumLength: minimum, maximumLength: maximum } = field;
  const { length } = value;
  if (minimum !== undefined && length < minimum) return [problem("too-short", { minimum, length })];
  if (maximum !== undefined && length > maximum) return [problem("too-long", { maximum, length })];
  return [];
}

function checkNumber(field: AppField, value: string, problem: MakeProblem): AppInputProblem[] {
  const { minimum, maximum } = field;
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) return [problem("not-a-number")];
  if (minimum !== undefined && Number(value) < minimum) return [problem("too-small", { minimum })];
  if (maximum !== undefined && Number(value) > maximum) return [problem("too-large", { maximum })];
  return [];
}

function checkFiles(field: AppField, files: readonly AppFile[], problem: MakeProblem): AppInputProblem[] {
  if (files.length === 0) return field.required ? [problem("required")] : [];
  const maximum = field.maximumFiles ?? 1;
  const problems: AppInputProblem[] = files.length > maximum ? [problem("too-many-files", { maximum })] : [];
  for (const { filename: file, content } of files) {
    const { accept, maximumFileBytes } = field;
    if (accept !== undefined && !acceptsFile(accept, file)) problems.push(problem("file-type", { file, accept }));
    if (!isBase64(content)) problems.push(problem("file-broken", { file }));
    // Base64 is ASCII: as many bytes as characters.
    if (maximumFileBytes !== undefined && content.length > maximumFileBytes) {
      problems.push(problem("file-too-large", { file, maximum: maximumFileBytes, size: content.length }));
    }
  }
  return problems;
}

/** True for base64 (RFC 4648, 4) with padding, and for an empty file. */
export function isBase64(content: string): boolean {
  return content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content);
}
