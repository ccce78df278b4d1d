import type { Refusal, WireActivity } from "../activity";
import { streamInfoOf } from "./streaming";

/** A message with all its parts, counted in UTF-16 (reference page on Teams, 4.2). Bytes. */
export const messageBytes = 100 * 1024;

const rootEntity = "https://schema.org/Message";

/** What Teams refuses in a message whoever it is for; undefined when it takes it. */
export function checkMessage(activity: WireActivity, method: "POST" | "PUT"): Refusal | undefined {
  if (JSON.stringify(activity).length * 2 > messageBytes)
    return { status: 413, code: "MessageSizeTooBig", message: "Message size too large." };
  const roots = activity.entities?.filter((entity) => entity["type"] === rootEntity) ?? [];
  if (roots.length > 1) return bad("Only one root entity of type https://schema.org/Message is allowed");
  const fault = roots.length === 1 ? citationFault(roots[0]!) : undefined;
  if (fault !== undefined) return bad(fault);
  const hasText = (activity.text ?? "") !== "";
  const hasAttachments = (activity.attachments?.length ?? 0) > 0;
  if (activity.type === "message" && !hasText && !hasAttachments)
    return { status: 400, code: "BadSyntax", message: "Activity should have text or attachments" };
  if (method === "PUT" && hasText && hasAttachments) return bad("Activity resulted into multiple skype activities");
  if (method === "PUT" && streamInfoOf(activity) !== undefined)
    return bad("Streaming information is not allowed in an update");
  return undefined;
}

/** Limits of citations (reference page on Teams, 5.1), counted as UTF-16 units as the service does. */
function citationFault(root: Record<string, unknown>): string | undefined {
  const citations = root["citation"];
  if (citations === undefined) return undefined;
  if (!Array.isArray(citations) || citations.length > 20) return "At most 20 citations are allowed";
  for (const citation of citations as { appearance?: { name?: string; abstract?: string } }[]) {
    const { name, abstract } = citation.appearance ?? {};
    if (typeof name !== "string" || name === "" || name.length > 80) return "Name of a citation: 1 to 80 characters";
    if (abstract !== undefined && (typeof abstract !== "string" || abstract.length > 160))
      return "Abstract of a citation: at most 160 characters";
    if (hasHalfCharacter(name) || hasHalfCharacter(abstract ?? "")) return "A citation holds half a character";
  }
  return undefined;
}

function hasHalfCharacter(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function bad(message: string): Refusal {
  return { status: 400, code: "BadArgument", message };
}
