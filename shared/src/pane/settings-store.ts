import { diagnose } from "./diagnostics";
import { lengthSettings, type LengthSetting } from "./length-choice";

/** What a person may set; nothing of it concerns a document. */
export interface PaneSettings {
  /** undefined: as Office has it. */
  locale?: "ja" | "en";
  length: LengthSetting;
  /** Id of the model chosen last; undefined: the relay's default. */
  model?: string;
  /** 氏名などを伏せて送る, as chosen last for models that do not insist on it; undefined: as the ministry has it. */
  mask?: boolean;
}

export const defaultSettings: PaneSettings = { length: "automatic" };

const key = "genai-office.settings";

/** Reads what was stored and keeps only what is known; anything else is as if never stored. */
function parse(stored: string): PaneSettings {
  const value: unknown = JSON.parse(stored);
  if (typeof value !== "object" || value === null) return defaultSettings;
  const { locale, length, model, mask } = value as Record<string, unknown>;
  return {
    length: lengthSettings.find((choice) => choice === length) ?? defaultSettings.length,
    ...(locale === "ja" || locale === "en" ? { locale } : {}),
    ...(typeof model === "string" ? { model } : {}),
    ...(typeof mask === "boolean" ? { mask } : {}),
  };
}

/**
 * Loads the settings of this machine. Storage may be denied (third-party frames, strict browsers) or hold
 * something else; then the defaults apply.
 */
export function loadSettings(): PaneSettings {
  try {
    const stored = window.localStorage.getItem(key);
    return stored === null ? defaultSettings : parse(stored);
  } catch (denied) {
    diagnose("settings are not available", denied);
    return defaultSettings;
  }
}

/** Stores the settings; false when this frame may not store anything. */
export function saveSettings(settings: PaneSettings): boolean {
  try {
    window.localStorage.setItem(key, JSON.stringify(settings));
    return true;
  } catch (denied) {
    diagnose("settings cannot be stored", denied);
    return false;
  }
}
