import { readAppForm, readPayloadLimit } from "../../../tasks/research";
import { GenaiError, type AppCard, type GenerateEvent, type ResearchStep } from "../../../vocabulary";
import { credentialHeaders } from "../../credentials";
import type { HttpRequest } from "../../transport/http-client";
import { completeTransport } from "../../transport/transport-options";
import { answerEvents } from "../answer/answer-events";
import { readAnswer } from "../answer/app-answer";
import { isAcceptance, readStatus, throwIfError } from "../answer/app-status";
import { readProgress } from "../answer/read-progress";
import { appId } from "../app-id";
import type { AppsClient, AppsClientOptions } from "../apps-client";
import { invoke, lookUp } from "../call-app";
import { checkedInputs } from "../invocation-body";
import { isRecord } from "../is-record";
import { runApp } from "../run-app";
import { processSecret, type TicketBinding } from "../sealed-ticket";
import { serverRhythm } from "../wait/look-rhythm";
import { waitForAnswer, type AppLook } from "../wait/wait-for-answer";
import { readAiAppTicket, writeAiAppTicket, type AiAppTicket } from "./ai-app-ticket";
import { pseudonymOf, type SecretPort } from "./pseudonym";
import { statusPath } from "./status-url";

/** An app that a ministry runs itself, as its administrator describes it. */
export interface AiAppDefinition {
  id: string;
  name: string;
  description?: string;
  /** Markdown. */
  howToUse?: string;
  /** The form definition, as it would be registered with GENAI. */
  form: unknown;
  /** `{"max_payload_size": "6MB"}` */
  config?: unknown;
}

export interface AiAppClientOptions extends AppsClientOptions {
  /** Where invocations are posted, such as `https://app.example.go.jp/invoke`, or `…/requests` of an app that takes long. */
  invokeUrl: string;
  app: AiAppDefinition;
  /** Who asks: stable for one person, never a name. Tickets are bound to it, and `x-user-id` is made of it. */
  caller: string;
  /** Secret that pseudonyms are made with. Without one the app sees everybody as the same user. */
  userIdSecret?: SecretPort;
  /**
   * Secret that tickets are sealed with: `userIdSecret` when left out, and without either a random one, so that tickets
   * end with the process. Never a token: it is renewed, and its tickets would be lost.
   */
  ticketSecret?: SecretPort;
}

/** The `x-user-id` of everybody where no pseudonyms are made. */
const sharedUser = "shared-user";

/**
 * One AI app, called straight by the AI-app protocol (contract `ai-app`). Whether it answers at once or accepts and is
 * asked for its status is seen from its reply. Nothing cancels an accepted invocation.
 */
export function createAiAppClient(options: AiAppClientOptions): AppsClient {
  const { invokeUrl, app } = options;
  const service = options.card.id;
  const { clock } = completeTransport(options);
  const rhythm = options.rhythm ?? serverRhythm;
  const card = aiAppCard(service, app);

  async function headers(user: string): Promise<Record<string, string>> {
    return {
      ...(await credentialHeaders(options.credentials)),
      Accept: "application/json",
      "Content-Type": "application/json",
      "x-user-id": user,
    };
  }

  async function userId(): Promise<string> {
    return options.userIdSecret === undefined ? sharedUser : pseudonymOf(await options.userIdSecret(), options.caller);
  }

  async function binding(): Promise<TicketBinding> {
    const secret = await (options.ticketSecret ?? options.userIdSecret ?? processSecret)();
    return { app: card.id, caller: options.caller, secret };
  }

  async function* wait(
    { statusPath: path, acceptedAt }: AiAppTicket,
    user: string,
    atOnce: boolean,
    signal: AbortSignal,
  ): AsyncGenerator<GenerateEvent, void> {
    const url = new URL(path, invokeUrl).href;
    const request = async (): Promise<HttpRequest> => ({ method: "GET", url, headers: await headers(user) });
    const look = async (): Promise<AppLook> => lookOfStatus((await lookUp(request, options, signal)).document);
    const found = yield* waitForAnswer({ look, rhythm, clock, acceptedAt, lookAtOnce: atOnce }, signal);
    yield* answerEvents(readAnswer(found), undefined, signal);
  }

  async function* start(step: ResearchStep, signal: AbortSignal): AsyncGenerator<GenerateEvent, void> {
    const { inputs, sessionId } = step.options;
    const body = JSON.stringify({ inputs: checkedInputs(card, inputs), sessionId });
    const user = await userId();
    const request = async (): Promise<HttpRequest> => ({
      method: "POST",
      url: invokeUrl,
      headers: await headers(user),
      body,
    });
    const { status, document } = await invoke(request, options, signal);
    if (!isRecord(document)) throw new GenaiError("malformed-response", "the reply is no object");
    throwIfError(document);
    if (!isAcceptance(status, document)) return yield* answerEvents(readAnswer(document), undefined, signal);
    const ticket = { statusPath: statusPath(document.status_url, invokeUrl), acceptedAt: clock.date() };
    yield { type: "accepted", ticket: await writeAiAppTicket(ticket, await binding()) };
    yield* wait(ticket, user, false, signal);
  }

  async function* resume(ticket: string, signal: AbortSignal): AsyncGenerator<GenerateEvent, void> {
    const user = await userId();
    const read = await readAiAppTicket(ticket, await binding());
    // Checked again: the address of the connection may be another one by now.
    yield* wait({ ...read, statusPath: statusPath(read.statusPath, invokeUrl) }, user, true, signal);
  }

  return {
    listApps: () => Promise.resolve([card]),
    run(step, { signal: callerSignal } = {}) {
      return runApp((signal) => {
        if (step.task !== "research") throw new GenaiError("model-cannot-do-task", "AI apps do research only");
        if (step.options.app !== card.id) throw new GenaiError("not-found", "no app of that id in this service");
        const { ticket } = step.options;
        return ticket === undefined ? start(step, signal) : resume(ticket, signal);
      }, callerSignal);
    },
  };
}

/** The card of an app that is described in configuration. */
export function aiAppCard(service: string, app: AiAppDefinition): AppCard {
  const { fields, keepsConversation, obstacle } = readAppForm(app.form);
  return {
    id: appId(service, app.id),
    service,
    name: app.name,
    description: app.description ?? "",
    howToUse: app.howToUse ?? "",
    fields,
    maximumPayloadBytes: readPayloadLimit(app.config),
    keepsConversation,
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

/** @throws GenaiError "upstream-error" for one that failed, without its words */
function lookOfStatus(document: unknown): AppLook {
  if (!isRecord(document)) throw new GenaiError("malformed-response", "the status is no object");
  const state = readStatus(document.status);
  if (state === undefined) throw new GenaiError("malformed-response", "the status says nothing");
  throwIfError(document);
  if (state === "completed") return { state, body: document };
  const progress = readProgress(document.progress);
  return { state: state === "running" ? "running" : "queued", ...(progress === undefined ? {} : { progress }) };
}
