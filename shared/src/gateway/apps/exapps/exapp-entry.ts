import { readAppForm, readPayloadLimit, type AppForm } from "../../../tasks/research";
import type { AppCard, AppField } from "../../../vocabulary";
import { appId } from "../app-id";
import { isRecord } from "../is-record";

/**
 * One app as GENAI tells it. Its list (`GET /exapps`) leaves out the form (`placeholder`), the configuration and the usage;
 * `GET /teams/{team}/exapps/{app}` has them, but not the name of the team.
 */
export interface ExappEntry {
  teamId: string;
  exAppId: string;
  name: string;
  teamName?: string;
  description: string;
  howToUse: string;
  /** JSON text of the form; undefined in a list. */
  placeholder?: unknown;
  config?: unknown;
  systemPrompt?: string;
  systemPromptKeyName?: string;
  /** Changes with every change of the app. */
  updatedDate: string;
  draft: boolean;
}

/** Reads an entry; undefined for what has no ids. */
export function readExappEntry(value: unknown): ExappEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { teamId, exAppId, placeholder, config } = value;
  if (typeof teamId !== "string" || typeof exAppId !== "string" || teamId === "" || exAppId === "") return undefined;
  const entry: ExappEntry = {
    teamId,
    exAppId,
    name: text(value.exAppName) || exAppId,
    description: text(value.description),
    howToUse: text(value.howToUse),
    updatedDate: text(value.updatedDate),
    draft: value.status === "draft",
    systemPrompt: text(value.systemPrompt),
    systemPromptKeyName: text(value.systemPromptKeyName),
    ...(text(value.teamName) === "" ? {} : { teamName: text(value.teamName) }),
    ...(config === undefined ? {} : { config }),
  };
  return placeholder === undefined || placeholder === null ? entry : { ...entry, placeholder };
}

/** The card of an app whose form is known, or was asked for in vain. */
export function exappCard(service: string, entry: ExappEntry): AppCard {
  const form: AppForm =
    entry.placeholder === undefined
      ? { fields: [], keepsConversation: false, obstacle: "form-unavailable" }
      : readAppForm(entry.placeholder);
  const { keepsConversation, obstacle } = form;
  return {
    id: appId(service, entry.teamId, entry.exAppId),
    service,
    name: entry.name,
    ...(entry.teamName === undefined ? {} : { team: entry.teamName }),
    description: entry.description,
    howToUse: entry.howToUse,
    fields: withSystemPrompt(form.fields, entry),
    maximumPayloadBytes: readPayloadLimit(entry.config),
    keepsConversation,
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

/**
 * A prompt that the app brings itself travels with the inputs, under a name of its own; with such a name `{{key}}` in it
 * stands for another input.
 */
function withSystemPrompt(fields: AppField[], { systemPrompt, systemPromptKeyName }: ExappEntry): AppField[] {
  if (systemPrompt === undefined || systemPrompt === "") return fields;
  const named = systemPromptKeyName !== undefined && systemPromptKeyName !== "";
  const key = named ? systemPromptKeyName : "system_prompt";
  const prompt: AppField = { key, type: "hidden", title: key, required: false, defaultValue: systemPrompt };
  return [...fields.filter((field) => field.key !== key), named ? { ...prompt, template: true } : prompt];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
