import { createHash } from "node:crypto";
import { admit, judgePlaces } from "@genai-office/shared/guards";
import { createTranslator, errorText, findingText, type Translator } from "@genai-office/shared/i18n";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { summarize, type SummarizeResult } from "@genai-office/shared/tasks";
import { asGenaiError, GenaiError, type ModelCard } from "@genai-office/shared/vocabulary";
import type { IncomingMessage, MessageHandler, OutgoingMessage } from "../channel";
import { readRequest, type SummaryRequest } from "./read-request";

/** Answers a message with a summary of its text: the gate first, then the relay, then the text with its findings. */
export function createMessageHandler(relay: RelayClient): MessageHandler {
  return async ({ text, locale }: IncomingMessage, signal: AbortSignal): Promise<OutgoingMessage> => {
    const translate = createTranslator(locale.startsWith("en") ? "en" : "ja");
    const request = readRequest(text);
    if (request === undefined) return { text: translate("bot.help"), generated: false };
    try {
      return await answer(relay, request, translate, signal);
    } catch (thrown) {
      const error = asGenaiError(thrown);
      const details = translate("pane.detailCode", { code: error.code });
      return { text: `${errorText(translate, error.code)}\n\n${details}`, generated: false };
    }
  };
}

async function answer(
  relay: RelayClient,
  { blocks, length }: SummaryRequest,
  translate: Translator,
  signal: AbortSignal,
): Promise<OutgoingMessage> {
  const { models, defaultModel } = await relay.fetchModels(signal);
  const card = models.find(({ id }) => id === defaultModel);
  if (card === undefined) throw new GenaiError("no-model", "the relay offers no default model");
  const body = blocks.map((block) => block.text).join("\n");
  const judgement = judgePlaces({ headers: [], footers: [], firstPage: [], fileName: "", body: [body] });
  // Nobody is asked here whether a doubtful marking may leave: that needs the send sheet of a pane.
  const admission = admit(judgement, card, false);
  if (!admission.allowed) throw new GenaiError(admission.code, "the gate refused the message");
  const events = summarize(
    {
      blocks,
      length,
      language: translate.locale === "en" ? "en" : "ja",
      card,
      declaredClass: judgement.class,
      confirmed: false,
      documentHash: createHash("sha256").update(body).digest("hex"),
    },
    relay,
    { signal },
  );
  for await (const event of events) {
    if (event.type === "completed") return { text: layOut(event.result, card, translate), generated: true };
    if (event.type === "failed") throw event.error;
    if (event.type === "aborted") throw new GenaiError("aborted", "the bot is being stopped");
  }
  throw new GenaiError("internal", "the task ended without an outcome");
}

function layOut(result: SummarizeResult, card: ModelCard, translate: Translator): string {
  const name = card.name[translate.locale === "en" ? "en" : "ja"];
  const findings = result.findings.map((finding) => `- ${findingText(translate, finding)}`);
  return [
    `**${translate("bot.label", { model: name })}**`,
    ...result.paragraphs,
    ...(findings.length === 0 ? [] : [translate("bot.findings"), findings.join("\n")]),
  ].join("\n\n");
}
