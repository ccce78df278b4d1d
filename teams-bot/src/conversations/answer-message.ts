import { createHash, randomUUID } from "node:crypto";
import { mergeGlossaries } from "@genai-office/shared/glossary";
import { admit, inheritedMark, judgePlaces } from "@genai-office/shared/guards";
import {
  createTableTranslator,
  createTranslator,
  errorText,
  findingText,
  type Translator,
} from "@genai-office/shared/i18n";
import { chooseModel, createFallbackRunner, dateInJapan } from "@genai-office/shared/models";
import { relayUnreached, type RelayClient } from "@genai-office/shared/relay-client";
import { markUnconfirmed, summarize, withRun, type SummarizeResult } from "@genai-office/shared/tasks";
import {
  asGenaiError,
  findingsByCode,
  GenaiError,
  type Glossary,
  type ModelCard,
} from "@genai-office/shared/vocabulary";
import type { IncomingMessage, MessageHandler, OutgoingMessage, Post } from "./message-handler";
import { createMinistrySettings } from "./ministry-settings";
import { readRequest, type SummaryRequest } from "./read-request";
import { readResearch } from "./research/read-research";
import { createResearch } from "./research/research";
import { researchTexts } from "./research/research-texts";

export interface MessageHandlerOptions {
  /** Told about what went wrong beside an answer; the text of an error holds no message text. */
  onDefect?(error: unknown): void;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * Answers a message: research when it begins with that command, else a summary of its text: the gate first, then the relay,
 * then the text with its findings.
 * @param relayOf the relay as a person is known to it
 */
export function createMessageHandler(
  relayOf: (person: string) => RelayClient,
  options: MessageHandlerOptions = {},
): MessageHandler {
  const research = createResearch();
  const settingsOf = createMinistrySettings(options.now);
  return async (message: IncomingMessage, signal: AbortSignal, post: Post): Promise<OutgoingMessage> => {
    const { text, locale, person, personal } = message;
    const translate = createTranslator(locale.startsWith("en") ? "en" : "ja");
    const relay = relayOf(person);
    try {
      const wanted = readResearch(text);
      if (wanted !== undefined) {
        if (personal) return await research({ request: wanted, person, relay, translate, post }, signal);
        return { text: createTableTranslator(researchTexts, translate.locale)("personalOnly"), generated: false };
      }
      const request = readRequest(text);
      if (request === undefined) return { text: translate("bot.help"), generated: false };
      // Without the ministry's terms nobody could say that they were kept: who cannot ask for them does not answer.
      const { glossaries } = await settingsOf(person, relay, signal);
      return await answer({ relay, request, glossary: mergeGlossaries(glossaries), translate, signal }, options);
    } catch (thrown) {
      const error = asGenaiError(thrown);
      const details = translate("pane.detailCode", { code: error.code });
      return { text: `${errorText(translate, error.code)}\n\n${details}`, generated: false };
    }
  };
}

interface Question {
  relay: RelayClient;
  request: SummaryRequest;
  glossary: Glossary | undefined;
  translate: Translator;
  signal: AbortSignal;
}

async function answer(
  { relay, request: { blocks, length }, glossary, translate, signal }: Question,
  { onDefect }: MessageHandlerOptions,
): Promise<OutgoingMessage> {
  const { models, defaultModel, defaults = {} } = await relay.fetchModels(signal);
  const body = blocks.map((block) => block.text).join("\n");
  const judgement = judgePlaces({ headers: [], footers: [], firstPage: [], fileName: "", body: [body] });
  const today = dateInJapan(new Date());
  const wish = { task: "summarize", class: judgement.class, defaults, defaultModel, today } as const;
  // Where no model may have the text, the gate below says why.
  const card = chooseModel(models, wish) ?? models.find(({ id }) => id === defaultModel);
  if (card === undefined) throw new GenaiError("no-model", "the relay offers no default model");
  // Nobody is asked here whether a doubtful marking may leave: that needs the send sheet of a pane.
  const admission = admit(judgement, card, false);
  if (!admission.allowed) throw new GenaiError(admission.code, "the gate refused the message");
  const run = randomUUID();
  const events = summarize(
    {
      blocks,
      length,
      language: translate.locale === "en" ? "en" : "ja",
      card,
      others: models,
      declaredClass: judgement.class,
      confirmed: false,
      documentHash: createHash("sha256").update(body).digest("hex"),
      ...(glossary === undefined ? {} : { glossary }),
    },
    withRun(createFallbackRunner({ runner: relay, cards: models, concernsAll: relayUnreached }), run),
    { signal },
  );
  for await (const event of events) {
    if (event.type === "completed") {
      const findings = findingsByCode(event.result.findings);
      // For the audit, and nobody waits for it.
      if (findings !== undefined) relay.reportRun({ run, findings }).catch((error: unknown) => onDefect?.(error));
      const mark = inheritedMark(judgement.class, judgement.markings);
      return { text: layOut(event.result, models, mark, translate), generated: true };
    }
    if (event.type === "failed") throw event.error;
    if (event.type === "aborted") throw new GenaiError("aborted", "the bot is being stopped");
  }
  throw new GenaiError("internal", "the task ended without an outcome");
}

/** The text under the mark of its source and the names of the models that wrote it, which need not be the one that was asked. */
function layOut(result: SummarizeResult, models: readonly ModelCard[], mark: string, translate: Translator): string {
  const language = translate.locale === "en" ? "en" : "ja";
  const writers = models.filter(({ id }) => result.models.includes(id)).map(({ name }) => name[language]);
  const name = writers.join(language === "en" ? ", " : "、");
  const findings = result.findings.map((finding) => `- ${findingText(translate, finding)}`);
  return [
    ...(mark === "" ? [] : [mark]),
    `**${translate("bot.label", { model: name })}**`,
    ...markUnconfirmed(result.text, result.findings, `【${translate("preview.unconfirmed")}】`).split("\n"),
    ...(findings.length === 0 ? [] : [translate("bot.findings"), findings.join("\n")]),
  ].join("\n\n");
}
