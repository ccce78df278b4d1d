import { GenaiError, taskNames, type Glossary, type TaskName } from "../vocabulary";
import { isRecord } from "./relay-decoder";
import type { SwitchedOff } from "./switch-for";
import { readSwitchedOff } from "./switched-off";

/** A text of the ministry at the top of the panes. */
export interface ShownNotice {
  id: string;
  text: { ja: string; en?: string };
  severity: "info" | "warning" | "error";
}

/** 定型: an instruction that a person can choose instead of writing it. */
export interface OfferedTemplate {
  id: string;
  task: TaskName;
  name: { ja: string; en?: string };
  instruction: string;
}

/** What the settings allow a person; a limit that is left out does not hold. */
export interface PersonLimits {
  requestsPerMinute?: number;
  concurrentStreams?: number;
  stepsPerDay?: number;
  tokensPerDay?: number;
  /** JPY */
  costPerDay?: number;
  /** UTF-16 units of one step. */
  textCharacters?: number;
  /** Bytes of the files of one step. */
  uploadBytes?: number;
}

/** What `GET /api/settings` tells the person who asks. */
export interface ClientSettings {
  /** Version of the ministry's settings. */
  version: string;
  displayName: string;
  /** Those whose period has begun and not ended. */
  notices: ShownNotice[];
  switchedOff: SwitchedOff[];
  templates: OfferedTemplate[];
  glossaries: Glossary[];
  limits: PersonLimits;
  masking: { default: "where-refused" | "always" | "off"; publicRoles: string[] };
}

/**
 * Checks what the relay says about its settings as far as a front end relies on it.
 * @throws GenaiError "malformed-response"
 */
export function readClientSettings(document: unknown): ClientSettings {
  if (isRecord(document) && typeof document.version === "string" && typeof document.displayName === "string") {
    const { version, displayName, notices, switchedOff, templates, glossaries, limits, masking } = document;
    return {
      version,
      displayName,
      notices: entriesOf(notices).filter(isNotice),
      switchedOff: readSwitchedOff(entriesOf(switchedOff)),
      templates: entriesOf(templates).filter(isTemplate),
      glossaries: entriesOf(glossaries).filter(isGlossary),
      limits: isRecord(limits) ? limits : {},
      masking: readMasking(masking),
    };
  }
  throw new GenaiError("malformed-response", "the settings have an unknown shape");
}

function entriesOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isNotice(value: unknown): value is ShownNotice {
  return isRecord(value) && typeof value.id === "string" && isNamed(value.text) && typeof value.severity === "string";
}

function isTemplate(value: unknown): value is OfferedTemplate {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    taskNames.some((task) => task === value.task) &&
    isNamed(value.name) &&
    typeof value.instruction === "string"
  );
}

function isGlossary(value: unknown): value is Glossary {
  return isRecord(value) && typeof value.id === "string" && Array.isArray(value.terms);
}

function isNamed(value: unknown): value is { ja: string } {
  return isRecord(value) && typeof value.ja === "string";
}

/** What is not understood masks where it must be masked. */
function readMasking(value: unknown): ClientSettings["masking"] {
  const known = isRecord(value) ? value : {};
  const choice = known.default === "always" || known.default === "off" ? known.default : "where-refused";
  const publicRoles = entriesOf(known.publicRoles).filter((role) => typeof role === "string");
  return { default: choice, publicRoles };
}
