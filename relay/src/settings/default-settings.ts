import type { MinistrySettings } from "./ministry-settings";

/** What holds without a settings file, and for everything that a file leaves out: no limits, nothing added. */
export const defaultSettings: MinistrySettings = {
  version: "none",
  models: { cards: {}, default: {} },
  sections: [],
  roles: { viewer: [], operator: [], officer: [] },
  limits: { person: {}, section: {}, whole: {}, exchangeRates: {} },
  glossaries: [],
  glossaryProblems: [],
  templates: [],
  prompts: {},
  notices: [],
  masking: { default: "where-refused", publicRoles: [] },
  retention: { auditDays: 1095, usageDays: 1095 },
  sessions: { adminMinutes: 480 },
};
