/** Where the roaming settings of the add-in are kept: key -> value as JSON. */
export interface RoamingSettingsStore {
  load(): Record<string, string>;
  save(settings: Record<string, string>): void;
}

/** Settings for as long as the page is open. */
export function memorySettings(): RoamingSettingsStore {
  let settings: Record<string, string> = {};
  return {
    load: () => settings,
    save: (next) => {
      settings = next;
    },
  };
}
