import type { AdminStatus } from "../../src/admin/shapes";
import { secondsText } from "../format";
import { subjectText } from "../switches/subject-text";
import type { PageLocale, Texts } from "../texts";

/** Clocks may differ by so much: tokens are checked against the clock. Milliseconds. */
const clockToleranceMs = 5_000;
/** An HTTP Date has whole seconds, and the answer was on its way. */
const endpointClockToleranceMs = 10_000;
const certificateWarningDays = 30;

export interface Problem {
  key: string;
  text: string;
  serious: boolean;
}

/** Everything of a status that somebody should look at, the serious things first. */
export function problemsOf(status: AdminStatus, texts: Texts, locale: PageLocale): Problem[] {
  const { problem } = texts.overview;
  const found: Problem[] = [];
  const add = (key: string, text: string, serious = false): void => void found.push({ key, text, serious });
  const { killSwitch, settings, database, reachability, certificate, nodes } = status;

  if (!killSwitch.known) add("switch-unknown", problem.switchUnknown, true);
  for (const { subject, pending } of killSwitch.switchedOff) {
    const what = subjectText(subject, status.models, texts, locale);
    if (pending === true) add(`here-${what}`, problem.switchedOffHere(what), true);
    else add(`off-${what}`, problem.switchedOff(what), subject.scope === "whole");
  }
  if (database.kind === "none") add("no-database", problem.noDatabase, true);
  else if (database.answersInMs === undefined) add("database", problem.database(database.fault), true);
  if (status.audit === "blocked") add("audit", problem.auditBlocked, true);
  if (status.audit === "cut-off") add("audit", problem.auditCutOff, true);
  if (settings.problem !== undefined)
    add("settings", problem.settings(settings.problem.place, settings.problem.fault), true);
  for (const { code, model } of settings.warnings) {
    const text = code === "price-without-rate" ? problem.priceWithoutRate : problem.clearanceWithoutRegion;
    add(`${code}-${model}`, text(model));
  }
  const clock = (key: string, what: string, aheadMs: number | undefined, tolerance: number): void => {
    if (aheadMs === undefined || Math.abs(aheadMs) <= tolerance) return;
    add(key, problem.clock(what, secondsText(Math.abs(aheadMs), locale)));
  };
  const expiry = (key: string, what: string, daysLeft: number | undefined): void => {
    if (daysLeft === undefined || daysLeft > certificateWarningDays) return;
    add(key, problem.certificate(what, daysLeft), daysLeft < 7);
  };
  clock("database-clock", texts.overview.database, database.clockAheadMs, clockToleranceMs);
  expiry("certificate", problem.ownCertificate, certificate?.daysLeft);
  for (const one of reachability?.endpoints ?? []) {
    if (!one.reachable) add(`down-${one.endpoint}`, problem.unreachable(one.endpoint, one.fault ?? "?"), true);
    expiry(`certificate-${one.endpoint}`, one.endpoint, one.certificate?.daysLeft);
    clock(`clock-${one.endpoint}`, one.endpoint, one.clockAheadMs, endpointClockToleranceMs);
  }
  const alive = nodes.filter((node) => node.alive);
  if (new Set(alive.map(({ version, settingsVersion }) => `${version} ${settingsVersion}`)).size > 1)
    add("versions", problem.versions);
  return found.sort((one, other) => Number(other.serious) - Number(one.serious));
}
