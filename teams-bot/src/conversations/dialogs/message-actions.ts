import { randomUUID } from "node:crypto";
import type { Database } from "@genai-office/shared/database";
import { createTableTranslator, errorText } from "@genai-office/shared/i18n";
import { genaiErrorCodes, type GenaiErrorCode, type SummaryLength } from "@genai-office/shared/vocabulary";
import { personOf } from "../../channel/conversation";
import type { DialogReply, MessageAction } from "../../channel/incoming";
import type { Jobs } from "../../jobs/job-port";
import { wordsFor } from "../texts/words";
import { settledAction, type ActionState } from "./action-state";
import type { ActionInput } from "./action-work";
import { optionsCard, problemCard, resultCard, resultPage, waitingCard } from "./dialog-cards";
import { dialogTexts } from "./dialog-texts";

/** A dialog may be waited for 5 seconds; the way there and back is part of them. Milliseconds. */
const longestWaitMs = 3_000;

const lengths: Record<string, SummaryLength> = {
  "100": { kind: "characters", characters: 100 },
  "300": { kind: "characters", characters: 300 },
  bullets: { kind: "bullets", count: 3 },
};

/**
 * The dialogs of 「要約」 and 「翻訳」 on a message: options, then the result once it is there, then a card for the box that the
 * person writes in. The work is a job, so that no button has to wait for it and no crash loses it.
 */
export function createMessageActions(
  database: Database,
  jobs: Jobs,
  waitMs = longestWaitMs,
): (action: MessageAction) => Promise<DialogReply> {
  return async (action) => {
    const begun = performance.now();
    const { command, phase, message, data, conversation } = action;
    const { locale, translate } = wordsFor(conversation);
    const text = createTableTranslator(dialogTexts, locale);
    if (command !== "summarize" && command !== "translate") return { kind: "close" };
    const title = text(command === "summarize" ? "titleSummarize" : "titleTranslate");
    const problem = (words: string): DialogReply => ({ kind: "dialog", title, card: problemCard(text, words) });
    if (message.text.trim() === "" && phase === "fetch") return problem(text("empty"));
    if (phase === "fetch") {
      // Buttons that are pressed twice, and dialogs that are delivered twice, have one job.
      return { kind: "dialog", title, card: optionsCard(text, command, message, { request: randomUUID() }) };
    }
    const request = data["request"];
    const step = data["step"];
    if (typeof request !== "string" || step === "close") return { kind: "close" };
    const owner = { person: personOf(conversation), tenant: conversation.tenant };
    if (step === "start") {
      const input: ActionInput = { task: command, request, author: message.author, ...optionsOf(data) };
      await jobs.accept(
        { conversation: conversation.id, id: `message-action ${request}` },
        {
          kind: "message-action",
          title: "",
          conversation,
          input,
          material: new TextEncoder().encode(message.text),
        },
      );
    }
    // Noting the job was a part of the wait.
    const left = step === "insert" ? 0 : Math.max(0, begun + waitMs - performance.now());
    const found = await settledAction(database, owner, request, left);
    if (found === undefined) return { kind: "close" };
    if (found.record !== undefined) {
      return step === "insert"
        ? { kind: "insert", title, card: resultCard(text, found.record) }
        : { kind: "dialog", title, card: resultPage(text, found.record, { request }) };
    }
    if (found.state === "waiting" || found.state === "running")
      return { kind: "dialog", title, card: waitingCard(text, { request }) };
    const code = knownCode(found);
    return problem(`${errorText(translate, code)}\n${text("details", { code })}`);
  };
}

function optionsOf(data: MessageAction["data"]): Pick<ActionInput, "length" | "to"> {
  const length = lengths[String(data["length"])];
  const { to } = data;
  return { ...(length === undefined ? {} : { length }), ...(to === "ja" || to === "en" ? { to } : {}) };
}

function knownCode({ errorCode = "" }: ActionState): GenaiErrorCode {
  return (genaiErrorCodes as readonly string[]).includes(errorCode) ? (errorCode as GenaiErrorCode) : "internal";
}
