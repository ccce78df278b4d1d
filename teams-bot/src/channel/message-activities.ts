import { GenaiError } from "@genai-office/shared/vocabulary";
import { cutGraphemes } from "./cut-graphemes";
import type { Citation, FilePlace, Outgoing } from "./outgoing";
import { splitText } from "./split-text";

/** An activity of the bot, as JSON. */
export type OutgoingActivity = Record<string, unknown> & { type: string };

/** Limits of citations (reference page on Teams, 5.1). */
const mostCitations = 20;
const nameLength = 80;
const abstractLength = 160;

/** Teams takes 100 KB of UTF-16 with all parts of a message; the rest is for what the SDK puts around it. Bytes. */
export const messageBytes = 90 * 1024;

/** More than that is a file, not a message. */
const mostParts = 8;

/**
 * The entity by which Teams shows its label for generated text, with the citations: only one root entity may be there.
 * @param isShown of the citation of that number; all when left out
 */
export function rootEntity(
  citations: readonly Citation[] = [],
  isShown: (position: number) => boolean = () => true,
): Record<string, unknown> {
  const claims = citations
    .slice(0, mostCitations)
    .map((citation, index) => claim(citation, index + 1))
    .filter(({ position }) => isShown(position));
  return {
    type: "https://schema.org/Message",
    "@type": "Message",
    "@context": "https://schema.org",
    additionalType: ["AIGeneratedContent"],
    ...(claims.length === 0 ? {} : { citation: claims }),
  };
}

function claim({ name, abstract, url }: Citation, position: number): { position: number; [name: string]: unknown } {
  const words = abstract.trim() === "" ? name : abstract;
  return {
    "@type": "Claim",
    position,
    appearance: {
      "@type": "DigitalDocument",
      name: cutGraphemes(name.trim() === "" ? `[${position}]` : name, nameLength),
      abstract: cutGraphemes(words, abstractLength),
      ...(url === undefined ? {} : { url }),
    },
  };
}

/**
 * The content of a message: text, label, citations, feedback, and the card where it may be in one with the text. A text that is
 * too long for one message is cut into several, each with the label and the sources that it names; 👍 and 👎 are on the first,
 * by which the whole is known, the card is on the last.
 * @throws GenaiError "output-too-long" for what is a file rather than a message
 */
export function messageActivities(message: Outgoing, { withCard = true } = {}): OutgoingActivity[] {
  const { text, card } = message;
  const whole = messageActivity(message, text, withCard);
  if (bytesOf(whole) <= messageBytes) return [whole];
  // With an empty text it shows what the other parts need; a card that is too large alone cannot be helped.
  const others = bytesOf(messageActivity(message, "", withCard));
  const room = Math.floor((messageBytes - others) / 2);
  if (room < 1_000) throw new GenaiError("output-too-long", "what goes with the text is too large for a message");
  // JSON writes line breaks and quotation marks as two characters; a part is cut again until it fits.
  let most = room;
  for (let attempt = 0; attempt < 6; attempt++, most = Math.floor(most * 0.7)) {
    const parts = splitText(text, most);
    if (parts.length > mostParts) break;
    const activities = parts.map((part, index) => {
      const { feedback, ...rest } = message;
      const isFirst = index === 0 && feedback !== undefined;
      const content = { ...rest, ...(isFirst ? { feedback } : {}) };
      const isLast = index === parts.length - 1;
      // With a source stands the text that names it; what no text names is with the last.
      const isShown = (position: number): boolean =>
        part.includes(`[${position}]`) || (isLast && !text.includes(`[${position}]`));
      return messageActivity(content, part, withCard && isLast, isShown);
    });
    if (activities.every((activity) => bytesOf(activity) <= messageBytes)) return activities;
  }
  throw new GenaiError(
    "output-too-long",
    `the text is too long for messages${card === undefined ? "" : " with a card"}`,
  );
}

function messageActivity(
  message: Outgoing,
  text: string,
  withCard: boolean,
  isShown?: (position: number) => boolean,
): OutgoingActivity {
  const { generated, citations = [], feedback, card } = message;
  // Without the label there is no entity for citations; they are then only what the text says of them.
  return {
    type: "message",
    ...(text === "" ? {} : { text, textFormat: "markdown" }),
    ...(generated ? { entities: [rootEntity(citations, isShown)] } : {}),
    ...(feedback === true ? { channelData: { feedbackLoop: { type: "default" } } } : {}),
    ...(withCard && card !== undefined ? { attachments: [cardAttachment(card)] } : {}),
  };
}

/** An Adaptive Card in a message of its own; generated content is labelled there too. */
export function cardActivity({ card, generated }: Outgoing): OutgoingActivity | undefined {
  if (card === undefined) return undefined;
  return {
    type: "message",
    attachments: [cardAttachment(card)],
    ...(generated ? { entities: [rootEntity()] } : {}),
  };
}

export function cardAttachment(card: object): Record<string, unknown> {
  return { contentType: "application/vnd.microsoft.card.adaptive", content: card };
}

/** Asks whether a file may be put into the person's OneDrive (reference page on Teams, 5.4). */
export function fileActivity({ file }: Outgoing): OutgoingActivity | undefined {
  if (file === undefined) return undefined;
  const { name, bytes, description, acceptContext, declineContext } = file;
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.teams.card.file.consent",
        name,
        content: { description, sizeInBytes: bytes, acceptContext, declineContext },
      },
    ],
  };
}

/** Shows a file that was put into the person's OneDrive, with a link to open it. */
export function shownFileActivity({ name, contentUrl, uniqueId, fileType }: FilePlace): OutgoingActivity {
  const contentType = "application/vnd.microsoft.teams.card.file.info";
  return { type: "message", attachments: [{ contentType, name, contentUrl, content: { uniqueId, fileType } }] };
}

/** As Teams counts: UTF-16, with everything. */
export function bytesOf(activity: OutgoingActivity): number {
  return JSON.stringify(activity).length * 2;
}
