import type { Database, Queries } from "@genai-office/shared/database";
import { transcriptLimits } from "@genai-office/shared/transcript";
import { asGenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";
import type { IncomingFile, WrittenMessage } from "../channel/incoming";
import { escapeMarkdown } from "../escape-markdown";
import type { Jobs, NewJob } from "../jobs/job-port";
import { leftOutFiles } from "../minutes/left-out-files";
import { acceptMinutes, asksForMinutes } from "../minutes/minutes-requests";
import type { AskInput } from "./ask/material";
import { forgetTurns } from "./ask/conversation-turns";
import { readCommand } from "./commands/read-command";
import { noteEvent } from "./events/note-event";
import { openJobs } from "./events/open-jobs";
import type { Saying } from "./events/saying";
import type { ResearchInput } from "./research/research-work";
import type { TextInput } from "./text-work/text-input";
import type { ConversationText } from "./texts/conversation-texts";
import { helpText } from "./texts/help-text";
import { wordsFor, type Words } from "./texts/words";

export interface MessageTakingOptions {
  database: Database;
  jobs: Jobs;
  saying: Saying;
  /** How long a turn of a conversation is remembered. Milliseconds. */
  memoryMs: number;
  onDefect(error: unknown): void;
}

/** The connector waits 15 seconds, and a file has to be there before it is told that all was noted. Milliseconds. */
const fetchMs = 4_000;

/** What is said of a file that could not be taken, by its code. */
const unfetched: Partial<Record<GenaiErrorCode, ConversationText>> = {
  "input-too-large": "fileTooLarge",
  "document-unsupported": "fileUnread",
};

/**
 * What the bot does with a message: what takes time becomes a job, noted with its activity in one transaction; what can be said at
 * once is said once.
 */
export function createMessageTaking(options: MessageTakingOptions): (message: WrittenMessage) => Promise<void> {
  const { database, jobs, saying, memoryMs, onDefect } = options;

  async function accept(
    message: WrittenMessage,
    job: Pick<NewJob, "kind" | "title" | "input" | "material">,
  ): Promise<void> {
    const { conversation, activityId } = message;
    const isNew = await jobs.accept({ conversation: conversation.id, id: activityId }, { ...job, conversation });
    if (isNew !== undefined) saying.showTyping(conversation);
  }

  /**
   * For what makes no job: done once, however often it is delivered, in one transaction with the note of it.
   * @returns what the work gave; undefined when it was done before
   */
  function once<Value>(
    message: Pick<WrittenMessage, "conversation" | "activityId">,
    work: (transaction: Queries) => Promise<Value>,
  ): Promise<Value | undefined> {
    return database.transaction(async (transaction) =>
      (await noteEvent(transaction, message)) ? work(transaction) : undefined,
    );
  }

  /** Says something once, however often the message is delivered. */
  async function reply(message: Pick<WrittenMessage, "conversation" | "activityId">, text: string): Promise<void> {
    if ((await once(message, () => Promise.resolve(true))) === true) saying.say(message.conversation, text);
  }

  /** A job for each transcript; what was sent beside them is named, so that nobody waits for it. */
  async function takeTranscripts(message: WrittenMessage, words: Words): Promise<void> {
    saying.showTyping(message.conversation);
    await acceptMinutes(jobs, message);
    const { beyond, most } = leftOutFiles(message);
    const told = [
      ...(beyond.length === 0 ? [] : [`${words.text("filesBeyond", { most })}\n\n${listed(beyond)}`]),
      ...unreadFiles(message, words),
    ];
    if (told.length > 0) await reply({ ...message, activityId: `${message.activityId}#left-out` }, told.join("\n\n"));
  }

  /** Fetches a file before its job is noted: a job that was acknowledged never lacks it. */
  async function withFile(
    message: WrittenMessage,
    words: Words,
    file: IncomingFile | undefined,
    work: (bytes: Uint8Array | undefined) => Promise<void>,
  ): Promise<void> {
    if (file === undefined) return work(undefined);
    saying.showTyping(message.conversation);
    let bytes: Uint8Array;
    try {
      bytes = await file.fetch(transcriptLimits.fileBytes, AbortSignal.timeout(fetchMs));
    } catch (thrown) {
      const { code } = asGenaiError(thrown);
      if (code !== "input-too-large" && code !== "document-unsupported") onDefect(thrown);
      const told = words.text(unfetched[code] ?? "fileFailed", {
        file: file.name,
        megabytes: Math.floor(transcriptLimits.fileBytes / 1_000_000),
      });
      return reply(message, told);
    }
    return work(bytes);
  }

  return async (message) => {
    const { conversation, files, text } = message;
    const isPersonal = conversation.kind === "personal";
    const words = wordsFor(conversation);
    if (asksForMinutes(message)) return takeTranscripts(message, words);
    const command = readCommand(text);
    // What is asked is about files that the bot has not got: an answer would be about something else.
    if (message.filesWithheld && command.kind !== "reset" && command.kind !== "stop")
      return reply(message, words.text("filesWithheld"));
    const [file] = files;
    switch (command.kind) {
      case "help":
        return reply(
          message,
          file === undefined ? helpText(words, conversation, memoryMs) : words.text("askWhat", { file: file.name }),
        );
      case "reset": {
        const count = await once(message, (transaction) => forgetTurns(transaction, conversation));
        const forgotten = isPersonal ? "forgotten" : "forgottenGroup";
        if (count !== undefined) saying.say(conversation, words.text(count === 0 ? "nothingToForget" : forgotten));
        return;
      }
      case "stop": {
        const open = await once(message, (transaction) => openJobs(transaction, conversation));
        if (open === undefined) return;
        for (const id of open) await jobs.cancel(id);
        const count = open.length;
        saying.say(conversation, count === 0 ? words.text("nothingToStop") : words.text("stopping", { count }));
        return;
      }
      case "minutes":
        if (!isPersonal) return reply(message, words.text("filesWithheld"));
        return reply(message, [...unreadFiles(message, words), words.text("needsFile")].join("\n\n"));
      case "research": {
        if (!isPersonal) return reply(message, words.text("personalOnly"));
        const input: ResearchInput = { request: command.request };
        return accept(message, { kind: "research", title: "", input });
      }
      case "summarize":
      case "translate":
        if (files.length > 1) return reply(message, words.text("oneFile"));
        if (file === undefined && command.text === "") {
          const word = words.text(command.kind === "summarize" ? "summary" : "translation");
          return reply(message, words.text("needsText", { word }));
        }
        return withFile(message, words, file, (bytes) => {
          const input: TextInput = { task: command.kind, ...(file === undefined ? {} : { file: file.name }) };
          const material = bytes ?? new TextEncoder().encode(command.text);
          return accept(message, { kind: command.kind, title: file?.name ?? "", input, material });
        });
      case "ask":
        if (files.length > 1) return reply(message, words.text("oneFile"));
        return withFile(message, words, file, (bytes) => {
          const input: AskInput = { question: command.question, ...(file === undefined ? {} : { file: file.name }) };
          return accept(message, {
            kind: "ask",
            title: file?.name ?? "",
            input,
            ...(bytes === undefined ? {} : { material: bytes }),
          });
        });
    }
  };
}

/** Names in a list. */
function listed(names: readonly string[]): string {
  return names.map((name) => `- ${escapeMarkdown(name)}`).join("\n");
}

/** What is said of files that are of no kind that transcripts come as; nothing where there is none. */
function unreadFiles(message: WrittenMessage, words: Words): string[] {
  const { unread } = leftOutFiles(message);
  return unread.length === 0 ? [] : [`${words.text("filesUnread")}\n\n${listed(unread)}`];
}
