import type { AppField } from "../../../vocabulary";

/** What every field of an app's form is drawn from. */
export interface FieldProps {
  field: AppField;
  label: string;
  value: string | string[] | undefined;
  /** What is wrong with it, in words. */
  message: string | undefined;
  disabled: boolean;
  onChange(value: string | string[]): void;
}

/** The value of a field that holds one text. */
export function textOf(value: string | string[] | undefined): string {
  return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}

/** What Fluent's Field needs for a message. */
export function validation(message: string | undefined): { validationMessage?: string; validationState?: "error" } {
  return message === undefined ? {} : { validationMessage: message, validationState: "error" };
}
