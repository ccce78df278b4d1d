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

/** Tenant that an activity of Teams comes from. */
export function tenantOf(activity: Activity): string | undefined {
  const data = activity.channelData as unknown;
  const tenant = isRecord(data) && isRecord(data["tenant"]) ? data["tenant"]["id"] : undefined;
  const stated: unknown = activity.conversation.tenantId ?? tenant;
  return typeof stated === "string" ? stated.toLowerCase() : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
