import type { RoamingSettingsStore } from "@genai-office/office-host/outlook";

const key = "mailbox.roaming-settings";

/** What the add-in keeps in the person's mailbox outlives the page, as it does in Exchange. */
export const keptSettings: RoamingSettingsStore = {
  load: () => JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, string>,
  save: (settings) => localStorage.setItem(key, JSON.stringify(settings)),
};
