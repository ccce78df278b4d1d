import type { ClientSettings, RelayClient } from "@genai-office/shared/relay-client";

/** How long settings hold. Milliseconds. */
const keptMs = 60_000;

/** People of a ministry who write to the bot within a minute. */
const mostPeople = 10_000;

/** What the ministry has set for a person, as their relay tells it. @throws GenaiError */
export type MinistrySettings = (person: string, relay: RelayClient, signal: AbortSignal) => Promise<ClientSettings>;

/**
 * Settings that are asked for once a minute and person: what a person may do, and which glossaries hold, can differ by
 * section. What could not be fetched is not kept.
 * @param now milliseconds since 1970
 */
export function createMinistrySettings(now: () => number = Date.now): MinistrySettings {
  const known = new Map<string, { settings: ClientSettings; until: number }>();
  return async (person, relay, signal) => {
    const kept = known.get(person);
    if (kept !== undefined && kept.until > now()) return kept.settings;
    const settings = await relay.fetchSettings(signal);
    // The newest stands last; the first is the oldest.
    known.delete(person);
    known.set(person, { settings, until: now() + keptMs });
    const oldest = known.keys().next();
    if (known.size > mostPeople && oldest.done !== true) known.delete(oldest.value);
    return settings;
  };
}
