import type { Activity } from "botbuilder";

/** An activity, when it has what every activity has; undefined for anything else. */
export function readActivity(body: unknown): Activity | undefined {
  if (!isRecord(body)) return undefined;
  const { type, serviceUrl, conversation, from, recipient, text } = body;
  const isWhole =
    isText(type) &&
    isText(serviceUrl) &&
    isRecord(conversation) &&
    isText(conversation["id"]) &&
    (from === undefined || isRecord(from)) &&
    (recipient === undefined || isRecord(recipient)) &&
    (text === undefined || text === null || typeof text === "string");
  return isWhole ? (body as unknown as Activity) : undefined;
}

/** Tenant of the conversation that an activity comes from; lower case. */
export function tenantOf(activity: Activity): string | undefined {
  const stated = activity.conversation.tenantId ?? statedTenant(activity.channelData);
  return typeof stated === "string" ? stated.toLowerCase() : undefined;
}

/**
 * Is everybody of it of these tenants: the conversation, what Teams says of the message, and who sent it, as far as each is told?
 * A chat of ours may have people of another ministry in it. One that names no tenant is of none.
 * @param tenants lower case
 */
export function isOfTenants(activity: Activity, tenants: readonly string[]): boolean {
  const from = activity.from as unknown;
  const told = [
    activity.conversation.tenantId as unknown,
    statedTenant(activity.channelData),
    isRecord(from) ? from["tenantId"] : undefined,
  ].filter((tenant) => tenant !== undefined && tenant !== null);
  return (
    told.length > 0 && told.every((tenant) => typeof tenant === "string" && tenants.includes(tenant.toLowerCase()))
  );
}

function statedTenant(channelData: unknown): unknown {
  return isRecord(channelData) && isRecord(channelData["tenant"]) ? channelData["tenant"]["id"] : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
