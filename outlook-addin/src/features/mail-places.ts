import type { Places } from "@genai-office/shared/guards";
import type { MailReading } from "../mailbox";

/** What of a message leaves, as the gate looks at it. */
export interface LeavingParts {
  /** Paragraphs of the body, and whatever leaves with them. */
  body: readonly string[];
  attachments: readonly string[];
}

/**
 * Every place of a message where a marking may stand. Subject and labels speak of the message as a whole: they are looked at also
 * when they do not leave.
 */
export function placesOfMail(
  { subject, labels, blocks, attachments }: Pick<MailReading, "subject" | "labels" | "blocks" | "attachments">,
  leaving: LeavingParts = { body: blocks.map((block) => block.text), attachments: attachments.map(({ name }) => name) },
): Places {
  const fileName = leaving.attachments.join("\n");
  return { headers: [], footers: [], firstPage: [], fileName, subject, body: leaving.body, labels };
}
