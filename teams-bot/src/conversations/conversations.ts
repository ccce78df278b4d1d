import type { Database, Queries } from "@genai-office/shared/database";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { transcriptLimits } from "@genai-office/shared/transcript";
import { asGenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";
import type { Conversation } from "../channel/conversation";
import type { IncomingFile, IncomingHandler, WrittenMessage } from "../channel/incoming";
import type { Speech } from "../channel/outgoing";
import type { Jobs, NewJob } from "../jobs/job-port";
import { acceptDelivery } from "../minutes/delivery-work";
import { acceptMinutes, asksForMinutes, confirmMinutes } from "../minutes/minutes-requests";
import { forgetTurns } from "./ask/conversation-turns";
import type { AskInput } from "./ask/ask-work";
import { readCommand } from "./commands/read-command";
import { createMessageActions } from "./dialogs/message-actions";
import { noteEvent } from "./events/note-event";
import { openJobs } from "./events/open-jobs";
import { takeFeedback } from "./events/take-feedback";
import type { ResearchInput } from "./research/research-work";
import type { TextInput } from "./text-work/text-input";
import type { ConversationText } from "./texts/conversation-texts";
import { wordsFor, type Words } from "./texts/words";

export interface ConversationsOptions {
  database: Database;
  jobs: Jobs;
  speech: Speech;
  /** The relay as it knows the person of a conversation. */
  relayOf(conversation: Conversation): RelayClient;
  /** Told about what went wrong beside an answer; the text of an error holds no content. */
  onDefect(error: unknown): void;
}

export interface Conversations extends IncomingHandler {
  /** Waits for what is still being said. */
  stop(): Promise<void>;
}

/** The connector waits 15 seconds, and a file has to be there before it is told that all was noted. Milliseconds. */
const fetchMs = 4_000;

/** What is said of a file that could not be taken, by its code. */
const unfetched: Partial<Record<GenaiErrorCode, ConversationText>> = {
  "input-too-large": "fileTooLarge",
  "document-unsupported": "fileUnread",
};

/**
 * What the bot does with what comes in: everything that takes time becomes a job, noted with its activity in one transaction;
 * what can be said at once is said once, behind the acknowledgement.
 */
export function createConversations(options: ConversationsOptions): Conversations {
  const { database, jobs, speech, relayOf, onDefect } = options;
  const saying = new Set<Promise<void>>();
  const messageActions = createMessageActions(database, jobs);

  /** Goes on behind the acknowledgement; what it says is lost with the process, and asked for again by whoever misses it. */
  function behind(work: () => Promise<unknown>): void {
    const running = work()
      .then(() => undefined)
      .catch(onDefect)
      .finally(() => saying.delete(running));
    saying.add(running);
  }

  function say(conversation: Conversation, text: string): void {
    behind(() => speech.post(conversation, { text, generated: false }));
  }

  async function accept(
    message: WrittenMessage,
    job: Pick<NewJob, "kind" | "title" | "input" | "material">,
  ): Promise<void> {
    const { conversation, activityId } = message;
    await jobs.accept({ conversation: conversation.id, id: activityId }, { ...job, conversation });
  }

  /**
   * For what makes no job: done once, however often it is delivered, in one transaction with the note of it.
   * @returns what the work gave; undefined when it was done before
   */
  function once<Value>(
    message: WrittenMessage,
    work: (transaction: Queries) => Promise<Value>,
  ): Promise<Value | undefined> {
    return database.transaction(async (transaction) =>
      (await noteEvent(transaction, message)) ? work(transaction) : undefined,
    );
  }

  /** Says something once, however often the message is delivered. */
  async function reply(message: WrittenMessage, text: string): Promise<void> {
    if ((await once(message, () => Promise.resolve(true))) === true) say(message.conversation, text);
  }

  async function onMessage(message: WrittenMessage): Promise<void> {
    const { conversation, files, text } = message;
    const words = wordsFor(conversation);
    if (asksForMinutes(message)) return acceptMinutes(jobs, message);
    const command = readCommand(text);
    // What is asked is about files that the bot has not got: an answer would be about something else.
    if (message.filesWithheld && command.kind !== "reset" && command.kind !== "stop")
      return reply(message, words.text("filesWithheld"));
    const [file] = files;
    switch (command.kind) {
      case "help":
        return reply(message, file === undefined ? words.text("help") : words.text("askWhat", { file: file.name }));
      case "reset": {
        const count = await once(message, (transaction) => forgetTurns(transaction, conversation));
        if (count !== undefined) say(conversation, words.text(count === 0 ? "nothingToForget" : "forgotten"));
        return;
      }
      case "stop": {
        const open = await once(message, (transaction) => openJobs(transaction, conversation));
        if (open === undefined) return;
        for (const id of open) await jobs.cancel(id);
        const count = open.length;
        say(conversation, count === 0 ? words.text("nothingToStop") : words.text("stopping", { count }));
        return;
      }
      case "minutes":
        return reply(message, words.text(conversation.kind === "personal" ? "needsFile" : "filesWithheld"));
      case "research": {
        if (conversation.kind !== "personal") return reply(message, words.text("personalOnly"));
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
  }

  /** Fetches a file before its job is noted: a job that was acknowledged never lacks it. */
  async function withFile(
    message: WrittenMessage,
    words: Words,
    file: IncomingFile | undefined,
    work: (bytes: Uint8Array | undefined) => Promise<void>,
  ): Promise<void> {
    if (file === undefined) return work(undefined);
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

  return {
    async onEvent(event) {
      switch (event.kind) {
        case "message":
          return onMessage(event);
        case "added":
          if (await noteEvent(database, event)) say(event.conversation, wordsFor(event.conversation).text("help"));
          return;
        case "feedback":
          if (await noteEvent(database, event))
            behind(() => takeFeedback(database, relayOf(event.conversation), event));
          return;
        case "card":
          // Buttons of ours that this version does not know any more do nothing.
          await confirmMinutes(database, jobs, event);
          return;
        case "file-consent": {
          const { text } = wordsFor(event.conversation);
          if ((await acceptDelivery(jobs, event)) || event.accepted) return;
          if (await noteEvent(database, event)) say(event.conversation, text("declined"));
          return;
        }
      }
    },
    onMessageAction: messageActions,
    async stop() {
      await Promise.all(saying);
    },
  };
}
