import { sha256Hex } from "@genai-office/shared/language";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { callOutlook } from "./call-outlook";
import type { ItemEvents } from "./item-events";
import type { MailPerson, MailReading } from "./mailbox-port";
import { draftMessage, headOfDraft, personOf, type DraftMessage } from "./message-item";
import { readBody } from "./read-body";
import { shownBody } from "./shown-body";

type Recipients = Office.Recipients | undefined;

async function people(recipients: Recipients, signal: AbortSignal | undefined): Promise<MailPerson[]> {
  if (recipients === undefined) return [];
  const found = await callOutlook<Office.EmailAddressDetails[]>("recipients", (answer) => recipients.getAsync(answer), {
    signal,
  });
  return found.map(personOf);
}

async function subjectOf({ subject }: DraftMessage, signal: AbortSignal | undefined): Promise<string> {
  return callOutlook<string>("subject", (answer) => subject.getAsync(answer), { signal });
}

/** Reads the message that is being written, with what it quotes; see `MailboxPort.readItem`. Attachments are not asked for. */
export async function readDraft(events: ItemEvents, signal?: AbortSignal): Promise<MailReading> {
  const item = draftMessage();
  if (item === undefined) throw new GenaiError("document-unsupported", "no message is being written");
  const head = headOfDraft(item, events.sequence());
  const [raw, subject, to, cc] = await Promise.all([
    readBody(item, signal),
    subjectOf(item, signal),
    people(item.to, signal),
    people(item.cc, signal),
  ]);
  const now = draftMessage();
  if (now === undefined || headOfDraft(now, events.sequence()).identity !== head.identity) {
    throw new GenaiError("document-changed", "another draft came while reading", { retryable: true });
  }
  const { hiddenInNames, shownName } = await import(
    /* webpackChunkName: "mail-reader" */ "@genai-office/shared/guards/injection"
  );
  const { blocks, hidden, body } = await shownBody(raw);
  if (blocks.length === 0) throw new GenaiError("document-empty", "the draft has no text");
  const named = (list: MailPerson[]) => list.map(({ name, address }) => ({ name: shownName(name), address }));
  return {
    ...head,
    subject: shownName(subject).trim(),
    to: named(to),
    cc: named(cc),
    attachments: [],
    body,
    blocks,
    hidden: [...hiddenInNames({ subject, people: [...to, ...cc].map(({ name }) => name), files: [] }), ...hidden],
    labels: [],
    hash: await sha256Hex(blocks.map((block) => block.text).join("\n")),
  };
}
