import { createHash } from "node:crypto";
import { isRetired } from "@genai-office/shared/models";
import type { ClientSettings } from "@genai-office/shared/relay-client";
import { Hono } from "hono";
import { switchedOffFor } from "../kill-switch/switched-off";
import { limitsOf } from "../limits/limits";
import { todayInJapan } from "../policy/accept-step";
import { callerOf } from "../policy/caller";
import type { RelayEnvironment, RelayServices } from "../server/relay-services";
import type { MinistrySettings, Notice } from "../settings/ministry-settings";

/** Glossaries as JSON text, which is large and the same for everybody until the settings change. */
interface GlossaryText {
  of: MinistrySettings["glossaries"];
  json: string;
}

/**
 * GET /api/settings: what the ministry has set for the person who asks (`ClientSettings`). With an ETag: who has it already
 * gets 304, since glossaries may have some megabytes.
 */
export function settingsRoutes(services: RelayServices): Hono<RelayEnvironment> {
  let glossaries: GlossaryText | undefined;

  function glossaryText({ glossaries: of }: MinistrySettings): string {
    if (glossaries?.of !== of) glossaries = { of, json: JSON.stringify(of) };
    return glossaries.json;
  }

  return new Hono<RelayEnvironment>().get("/", (context) => {
    const settings = services.settings();
    const small = JSON.stringify(settingsFor(callerOf(context).section, settings, services));
    // The version stands for the glossaries: it is a hash of their files.
    const tag = `"${createHash("sha256").update(small).digest("base64url").slice(0, 27)}"`;
    context.header("ETag", tag);
    context.header("Cache-Control", "private, no-cache");
    context.header("Vary", "Authorization, X-Relay-Session");
    if (matches(context.req.header("if-none-match"), tag)) return context.body(null, 304);
    context.header("Content-Type", "application/json; charset=utf-8");
    return context.body(`${small.slice(0, -1)},"glossaries":${glossaryText(settings)}}`);
  });
}

function settingsFor(
  section: string | undefined,
  settings: MinistrySettings,
  { config, catalogueFor, killSwitch }: Pick<RelayServices, "config" | "catalogueFor" | "killSwitch">,
): Omit<ClientSettings, "glossaries"> {
  const { version, displayName, notices, templates, limits, masking } = settings;
  const now = Date.now();
  const offered = templates.filter((one) => one.sections === undefined || isIn(section, one.sections));
  const models = catalogueFor(section).models.filter((card) => !isRetired(card, todayInJapan()));
  const { textCharacters, uploadBytes } = limits;
  return {
    version,
    displayName: displayName ?? config.displayName,
    notices: notices.filter((notice) => isShown(notice, now)).map(({ id, text, severity }) => ({ id, text, severity })),
    switchedOff: switchedOffFor(killSwitch.thrown(), new Set(models.map(({ id }) => id))),
    templates: offered.map(({ id, task, name, instruction }) => ({ id, task, name, instruction })),
    limits: {
      ...limitsOf(section, settings).person,
      ...(textCharacters === undefined ? {} : { textCharacters }),
      ...(uploadBytes === undefined ? {} : { uploadBytes }),
    },
    masking: { default: masking.default, publicRoles: [...masking.publicRoles] },
  };
}

function isShown({ from, until }: Notice, now: number): boolean {
  return (from === undefined || Date.parse(from) <= now) && (until === undefined || now < Date.parse(until));
}

function isIn(section: string | undefined, sections: readonly string[]): boolean {
  return section !== undefined && sections.includes(section);
}

/** If-None-Match may list several tags, each perhaps marked as weak (RFC 9110, 13.1.2). */
function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((one) => one.trim().replace(/^W\//, "") === tag || one.trim() === "*");
}
