/**
 * Where a runner gets its keys from. Asked before every attempt, so that a token may be renewed; returns headers such as
 * `{ Authorization: "Bearer …" }`, `{ "api-key": "…" }` (Azure) or `{ "x-api-key": "…" }` (API management template).
 * Keys are never part of an option, an error or a log.
 */
export type CredentialPort = () => Promise<Record<string, string>>;
