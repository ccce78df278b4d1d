import type { AppField, AppFile, AppInputs } from "../../../vocabulary";
import { withTemplate } from "./template";

/** A value as it travels to an app; null is a choice that was not made. */
export type TypedValue = string | number | boolean | null;

/** The inputs of an invocation as the AI-app protocol wants them. */
export interface TypedInputs {
  values: Record<string, TypedValue>;
  files: { key: string; files: AppFile[] }[];
}

/** What GENAI's pages take for a number, whatever the type of the field. */
const numberText = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * Types what a form holds, as GENAI's own pages do: numbers and `true`/`false` lose their quotes in every field, several
 * ticked boxes become "a,b,c", a field that nobody touched sends its default (a list its first item), a hidden one always
 * does. Only fields of the form are sent. Numbers that JavaScript cannot hold exactly stay text.
 */
export function typedInputs(fields: readonly AppField[], inputs: AppInputs): TypedInputs {
  const raw = new Map<string, string | string[] | null>();
  for (const field of fields) if (field.type !== "file") raw.set(field.key, rawValue(field, inputs));
  for (const field of fields) {
    if (field.template === true) raw.set(field.key, withTemplate(field.defaultValue ?? "", raw));
  }
  const files = fields.flatMap(({ key, type }) => {
    const chosen = type === "file" ? filesOf(inputs, key) : [];
    return chosen.length === 0 ? [] : [{ key, files: chosen.map(({ filename, content }) => ({ filename, content })) }];
  });
  return { values: Object.fromEntries([...raw].map(([key, value]) => [key, typed(value)])), files };
}

/** The value of a field as text, or the values ticked; what was left untouched has its default. */
export function rawValue(field: AppField, inputs: AppInputs): string | string[] | null {
  const { key, type, defaultValue } = field;
  if (type === "hidden") return defaultValue ?? "";
  const given = Object.hasOwn(inputs.values, key) ? inputs.values[key] : undefined;
  if (given === undefined) {
    if (defaultValue !== undefined) return defaultValue;
    if (type === "select") return field.items?.[0]?.value ?? "";
    return type === "radio" ? null : "";
  }
  if (type === "checkbox") return Array.isArray(given) ? given : [given];
  const value = Array.isArray(given) ? given.join(",") : given;
  if (type === "number") return value.normalize("NFKC").trim();
  return type === "radio" && value === "" ? null : value;
}

/** Files given for a field. */
export function filesOf(inputs: AppInputs, key: string): AppFile[] {
  return Object.hasOwn(inputs.files, key) ? (inputs.files[key] ?? []) : [];
}

function typed(value: string | string[] | null): TypedValue {
  if (value === null) return null;
  if (Array.isArray(value)) return value.join(",");
  if (value === "true" || value === "false") return value === "true";
  return numberText.test(value) && isExact(value) ? Number(value) : value;
}

/** At most 15 significant digits survive the way through a JavaScript number. */
function isExact(digits: string): boolean {
  return digits.replace(/^-?0*\.?0*|\./g, "").length <= 15;
}
