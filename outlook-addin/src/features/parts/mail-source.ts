import type { Places } from "@genai-office/shared/guards";
import { sha256Hex } from "@genai-office/shared/language";
import type { SummarySource } from "@genai-office/shared/pane/summary";
import { withQuestions } from "@genai-office/shared/tasks";
import { GenaiError, type Block } from "@genai-office/shared/vocabulary";
import type { MailReading } from "../../mailbox";
import { bodyBlocks } from "../../mailbox/body-blocks";
import { placesOfMail } from "../mail-places";
import { messagesOf, type MailMessage } from "./mail-message";
import type { PartsChoice } from "./parts-choice";

/** A message cut into what leaves for a task, by the person's choice of parts. */
export interface MailSource extends SummarySource {
  reading: MailReading;
  /** What leaves. */
  messages: MailMessage[];
  /** What the gate looks at of what leaves, and of the whole message. */
  places: Places;
  wholePlaces: Places;
}

/** Texts around a mail, in the language of the pane. */
export interface SourceWords {
  /** 「差出人不明」 */
  unknownSender: string;
  /** 「添付ファイル名：」 */
  attachments: string;
}

/**
 * The mails of a message as blocks of the kind "message", oldest first, each with who wrote when as its label. The newest has the
 * subject and the names of the attachments in its label, as far as the person lets them go. A quoted question stands above the
 * answer that is written below it, unless the person keeps back what is quoted. The hash is that of what leaves.
 * @throws GenaiError `source-empty` for a draft that quotes nothing, and when no mail is left
 */
export async function threadSource(reading: MailReading, choice: PartsChoice, words: SourceWords): Promise<MailSource> {
  const all = messagesOf(reading);
  const newest = all.at(-1);
  const messages = messagesThatLeave(all, reading, choice);
  const names = choice.newest ? attachmentsThatLeave(reading, choice) : [];
  const block = (message: MailMessage): Block => ({
    id: message.id,
    kind: "message",
    text: [wordsThatLeave(message, choice), message.signature].filter((part) => part.trim() !== "").join("\n\n"),
    label: labelOf(message, words, {
      subject: subjectThatLeaves(message, message === newest, reading, choice),
      names: message === newest ? names : [],
    }),
  });
  return finished(reading, messages, messages.map(block), {
    attachments: names,
    isWhole: messages.length === all.length,
  });
}

/**
 * The paragraphs of a message in reading order: subject, newest mail, and what it quotes, each earlier mail below a line that
 * says who wrote it when. Names of attachments do not leave; a mark in one counts all the same, because nobody has dropped it.
 * @throws GenaiError `source-empty` as `threadSource`
 */
export async function paragraphSource(
  reading: MailReading,
  choice: Omit<PartsChoice, "keptBack">,
  words: SourceWords,
): Promise<MailSource> {
  const all = messagesOf(reading);
  const messages = messagesThatLeave(all, reading, choice);
  const subject: Block[] =
    choice.subject && reading.subject !== "" ? [{ id: "subject", kind: "heading", text: reading.subject }] : [];
  const paragraphs = [...messages].reverse().flatMap((message): Block[] => {
    const head: Block[] = message.quotes
      ? [
          {
            id: `${message.id}-head`,
            kind: "heading",
            text: labelOf(message, words, { subject: undefined, names: [] }),
          },
        ]
      : [];
    const text = [message.text, message.signature].filter((part) => part.trim() !== "").join("\n\n");
    return [...head, ...bodyBlocks(text).map((block) => ({ ...block, id: `${message.id}-${block.id}` }))];
  });
  return finished(reading, messages, [...subject, ...paragraphs], {
    attachments: reading.attachments.map(({ name }) => name),
    isWhole: messages.length === all.length,
  });
}

async function finished(
  reading: MailReading,
  messages: MailMessage[],
  blocks: Block[],
  { attachments, isWhole }: { attachments: string[]; isWhole: boolean },
): Promise<MailSource> {
  const leaving = blocks.flatMap(({ label, text }) => (label === undefined ? [text] : [label, text]));
  return {
    reading,
    messages,
    blocks,
    hash: await sha256Hex(leaving.join("\n")),
    // Labels are rows of our own; their marks are those of subjects and files, which are looked at by themselves.
    places: placesOfMail(reading, {
      body: [
        ...quotedSubjects(messages),
        ...blocks.map(({ text }) => text),
        // A mark may also stand in a line of a quoted head, which is no part of any mail's own words.
        ...(isWhole ? reading.blocks.map(({ text }) => text) : []),
      ],
      attachments,
    }),
    wholePlaces: placesOfMail(reading),
  };
}

/** Earlier mails may carry a mark in their own subject. */
function quotedSubjects(messages: readonly MailMessage[]): string[] {
  return messages.flatMap(({ subject, quotes }) => (quotes && subject !== undefined ? [`件名：${subject}`] : []));
}

/** A draft is answered from what it quotes; there is nothing else to send. */
function messagesThatLeave(
  all: readonly MailMessage[],
  { kind }: MailReading,
  { newest, quoted }: Pick<PartsChoice, "newest" | "quoted">,
): MailMessage[] {
  const leaving = kind === "draft" ? [...all] : all.filter((_, index) => (index === all.length - 1 ? newest : quoted));
  if (leaving.length === 0) throw new GenaiError("source-empty", "there is no mail to work on");
  return leaving;
}

/** 「８０名です。」 says nothing without the question above it, which is an earlier mail's: it leaves where those leave. */
function wordsThatLeave(message: MailMessage, { quoted }: Pick<PartsChoice, "quoted">): string {
  return quoted ? withQuestions(message) : message.text;
}

function attachmentsThatLeave({ attachments }: MailReading, { keptBack }: PartsChoice): string[] {
  return attachments.filter(({ id }) => !keptBack.includes(id)).map(({ name }) => name);
}

function subjectThatLeaves(
  message: MailMessage,
  isNewest: boolean,
  reading: MailReading,
  choice: PartsChoice,
): string | undefined {
  if (!choice.subject) return undefined;
  return isNewest && reading.kind === "received" ? reading.subject : message.subject;
}

/** Who wrote when about what: 「鈴木 一郎 / 2026-11-02 09:30 / 【照会】…」. */
function labelOf(
  { author, moment }: MailMessage,
  words: SourceWords,
  { subject, names }: { subject: string | undefined; names: readonly string[] },
): string {
  const about = subject === undefined || subject.trim() === "" ? [] : [subject.replace(/\s+/g, " ").trim()];
  const files = names.length === 0 ? [] : [words.attachments + names.join("、")];
  return [author || words.unknownSender, ...(moment === "" ? [] : [moment]), ...about, ...files].join(" / ");
}

export { messagesOf };
