import type { RelayServices } from "../server/relay-services";
import { settingsState } from "./status";
import type { AdminSettings } from "./shapes";

/** The settings in force, for the page. The terms of glossaries are left out for their size; secrets are in no settings. */
export function adminSettings(
  services: Pick<RelayServices, "config" | "settings" | "settingsSource" | "listedModels">,
): AdminSettings {
  const settings = services.settings();
  const { sections, roles, limits, prompts, notices, masking, retention, sessions } = settings;
  return {
    ...settingsState(services),
    displayName: settings.displayName ?? services.config.displayName,
    sections: [...sections],
    roles: { viewer: [...roles.viewer], operator: [...roles.operator], officer: [...roles.officer] },
    limits,
    glossaries: settings.glossaries.map(({ id, version, languages, terms }) => ({
      id,
      version,
      languages: [...languages],
      terms: terms.length,
    })),
    glossaryProblems: [...settings.glossaryProblems],
    templates: settings.templates.map(({ id, task, name, sections: offeredTo }) => ({
      id,
      task,
      name,
      ...(offeredTo === undefined ? {} : { sections: [...offeredTo] }),
    })),
    prompts,
    notices: [...notices],
    masking,
    retention,
    sessions,
  };
}
