import {
  appFieldTypes,
  type AppField,
  type AppFieldItem,
  type AppFieldType,
  type AppObstacle,
} from "../../../vocabulary";
import { readSize } from "./read-size";

/** The form of an AI app, in the order of its definition. */
export interface AppForm {
  fields: AppField[];
  keepsConversation: boolean;
  obstacle?: AppObstacle;
}

/** Key by which a form asks for the conversation so far; it is no field. */
const conversationKey = "conversation_history";

/** Files a field takes when its definition does not say how many. */
const defaultMaximumFiles = 100;

/**
 * Reads the form definition of an AI app: an object, or the JSON text of one, as GENAI stores it (specification of GENAI's AI
 * apps, March 2026). As tolerant as GENAI's own pages: numbers and flags may be text, titles and items may be missing. What
 * cannot be drawn is told as an obstacle, with the fields that could be read. Never throws.
 */
export function readAppForm(definition: unknown): AppForm {
  const form = typeof definition === "string" ? parsed(definition) : definition;
  if (!isRecord(form)) return { fields: [], keepsConversation: false, obstacle: "form-unreadable" };
  const fields: AppField[] = [];
  let obstacle: AppObstacle | undefined;
  for (const [key, description] of Object.entries(form)) {
    if (key === conversationKey) continue;
    const field = isRecord(description) ? readField(key, description) : undefined;
    if (field === undefined) obstacle = "unknown-field";
    else {
      fields.push(field);
      if (isChoice(field.type) && field.required && field.items!.length === 0) obstacle ??= "field-without-items";
    }
  }
  const keepsConversation = Object.hasOwn(form, conversationKey);
  return { fields, keepsConversation, ...(obstacle === undefined ? {} : { obstacle }) };
}

/** Keys that readers of JSON on the way, ours among them, drop for safety: a value under them would be lost in silence. */
const lostKeys: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

function readField(key: string, description: Record<string, unknown>): AppField | undefined {
  if (lostKeys.has(key)) return undefined;
  const type = appFieldTypes.find((known) => known === text(description.type)?.trim().toLowerCase());
  if (type === undefined) return undefined;
  const defaultValue = firstText(description.default_value);
  const note = text(description.desc);
  return {
    key,
    type,
    title: text(description.title) ?? key,
    required: type !== "hidden" && flag(description.required),
    ...(note === undefined || note === "" ? {} : { description: note }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...limits(type, description),
  };
}

function limits(type: AppFieldType, description: Record<string, unknown>): Partial<AppField> {
  switch (type) {
    case "text":
    case "textarea":
      return defined({
        minimumLength: count(description.min_length),
        maximumLength: count(description.max_length),
      });
    case "number":
      return defined({ minimum: number(description.min), maximum: number(description.max) });
    case "select":
    case "checkbox":
    case "radio":
      return { items: readItems(description.items) };
    case "file": {
      const multiple = flag(description.multiple);
      const accept = text(description.accept)?.trim() ?? "";
      return {
        multiple,
        maximumFiles: count(description.max_file_count) ?? (multiple ? defaultMaximumFiles : 1),
        ...(accept === "" ? {} : { accept }),
        ...defined({ maximumFileBytes: readSize(description.max_size) }),
      };
    }
    case "hidden":
      return {};
  }
}

/** Items as `{title, value}`; a bare value is its own title. */
function readItems(items: unknown): AppFieldItem[] {
  if (!Array.isArray(items)) return [];
  return (items as unknown[]).flatMap((item): AppFieldItem[] => {
    const value = isRecord(item) ? (text(item.value) ?? text(item.title)) : text(item);
    if (value === undefined) return [];
    return [{ title: (isRecord(item) ? text(item.title) : undefined) ?? value, value }];
  });
}

/** True for fields whose value is one, or some, of their items. */
export function isChoice(type: AppFieldType): boolean {
  return type === "select" || type === "checkbox" || type === "radio";
}

/** The text of a text, number or flag. */
function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "boolean" ? String(value) : undefined;
}

function firstText(value: unknown): string | undefined {
  return text(Array.isArray(value) ? (value as unknown[])[0] : value);
}

function flag(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === "string" && /^\s*(?:true|1)\s*$/i.test(value));
}

function number(value: unknown): number | undefined {
  if (typeof value === "string" && value.trim() === "") return undefined;
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const read = Number(typeof value === "string" ? value.normalize("NFKC") : value);
  return Number.isFinite(read) ? read : undefined;
}

function count(value: unknown): number | undefined {
  const read = number(value);
  return read !== undefined && read >= 0 ? Math.floor(read) : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    // No JSON is no form; the caller is told by the obstacle, and the message of the error would quote the definition.
    return undefined;
  }
}

function defined<Key extends string, Value>(entries: Record<Key, Value | undefined>): Partial<Record<Key, Value>> {
  const kept = Object.entries(entries).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Partial<Record<Key, Value>>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
