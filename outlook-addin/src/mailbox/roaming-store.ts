import { callOutlook } from "./call-outlook";
import type { MailboxStore } from "./mailbox-port";

/** The roaming settings of the add-in: a copy that office.js got when the pane opened, and the way to store it. */
export function roamingStore(): MailboxStore | undefined {
  const settings = Office.context.roamingSettings as Office.RoamingSettings | undefined;
  if (settings === undefined || typeof settings.saveAsync !== "function") return undefined;
  return {
    get: (key) => settings.get(key) as unknown,
    async set(key, value) {
      if (value === undefined) settings.remove(key);
      else settings.set(key, value);
      await callOutlook<void>("settings", (answer) => settings.saveAsync(answer));
    },
  };
}
