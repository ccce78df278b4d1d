/** The eight kinds of field that the form of an AI app may have (specification of GENAI's AI apps, March 2026). */
export const appFieldTypes = ["text", "number", "textarea", "file", "select", "checkbox", "radio", "hidden"] as const;
export type AppFieldType = (typeof appFieldTypes)[number];

export interface AppFieldItem {
  title: string;
  value: string;
}

/** One field of an AI app's own form, in the order of its definition. Lengths are UTF-16 units. */
export interface AppField {
  key: string;
  type: AppFieldType;
  /** Label; the key for a field that has none, as `hidden` may. */
  title: string;
  description?: string;
  required: boolean;
  /** As the form would hold it: also numbers are text here. For a checkbox at most one value. */
  defaultValue?: string;
  /** text, textarea */
  minimumLength?: number;
  maximumLength?: number;
  /** number */
  minimum?: number;
  maximum?: number;
  /** select, checkbox, radio */
  items?: AppFieldItem[];
  /** file: as the `accept` attribute of HTML */
  accept?: string;
  multiple?: boolean;
  /** Of one file in base64, which is how GENAI counts. */
  maximumFileBytes?: number;
  maximumFiles?: number;
  /** hidden: `{{key}}` in the default value stands for what that field holds. */
  template?: boolean;
}

/**
 * Why an app is listed but cannot be run from here: its form cannot be read, it could not be fetched, or it has a field of
 * an unknown type or a required one without choices.
 */
export const appObstacles = ["form-unreadable", "form-unavailable", "unknown-field", "field-without-items"] as const;
export type AppObstacle = (typeof appObstacles)[number];

/** An AI app that a person may run: what a front end needs to draw its form. */
export interface AppCard {
  /** Unique among all apps of the relay, made of the service and the app's own ids. */
  id: string;
  /** Id of the model card (contract `exapps` or `ai-app`) the app is reached by; it decides clearance and region. */
  service: string;
  name: string;
  /** Team that offers it, when the service has teams. */
  team?: string;
  description: string;
  /** Markdown. */
  howToUse: string;
  fields: AppField[];
  /** Largest request body, files in base64 included. */
  maximumPayloadBytes: number;
  /** The app takes the conversation so far (`conversation_history`). */
  keepsConversation: boolean;
  /** Set when the app cannot be run from here. */
  obstacle?: AppObstacle;
}

/** A file for a field of type `file`. */
export interface AppFile {
  filename: string;
  /** Base64. */
  content: string;
}

/** One turn of a conversation with an app that keeps it. */
export interface AppTurn {
  /** What the person filled in, by field; without files. */
  values: Record<string, string | string[]>;
  /** What the app answered (markdown). */
  answer: string;
  /** When it was asked: milliseconds since 1970. */
  askedAt: number;
}

/** What a person filled in, still as a form holds it: text, or the values ticked. Typed when it is sent. */
export interface AppInputs {
  values: Record<string, string | string[]>;
  files: Record<string, AppFile[]>;
  /** The conversation so far, oldest first; sent only to an app that keeps it. */
  conversation?: AppTurn[];
}
