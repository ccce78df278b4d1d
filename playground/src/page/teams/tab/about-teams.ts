/** What this Teams can do beyond the core: nothing, so that the library itself refuses the rest by its name. */
const runtime = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: {} });

/** Answer to `initialize`: kind of client, what it can do, and the newest library that it knows. */
export const aboutTeams = ["web", runtime, "2.58.0"] as const;
