import { asGenaiError, GenaiError, type AppCard, type GenerateEvent, type ResearchStep } from "../../../vocabulary";
import { completeTransport } from "../../transport/transport-options";
import { answerEvents } from "../answer/answer-events";
import { readAnswer } from "../answer/app-answer";
import { isAcceptance, throwIfError } from "../answer/app-status";
import { appId, idsOfApp } from "../app-id";
import type { SecretPort } from "../ai-app/pseudonym";
import type { AppsClient, AppsClientOptions } from "../apps-client";
import { checkedInputs } from "../invocation-body";
import { isRecord } from "../is-record";
import { runApp } from "../run-app";
import { openTicket, processSecret, sealTicket, type TicketBinding } from "../sealed-ticket";
import { serverRhythm } from "../wait/look-rhythm";
import { waitForAnswer, type AppLook } from "../wait/wait-for-answer";
import { exappCard, type ExappEntry } from "./exapp-entry";
import { ExappsApi } from "./exapps-api";
import { fingerprint, readTicket, writeTicket, type ExappsTicket } from "./exapps-ticket";
import { findEntry } from "./find-entry";
import { lookOfEntry } from "./history-entry";

export interface ExappsClientOptions extends AppsClientOptions {
  /** Base of GENAI's team API. */
  baseUrl: string;
  /**
   * The caller, where several people share the token (a service account): GENAI shows each the history of all, so that
   * tickets are sealed for who asked. With a random secret of the process when none is given. Left out for a person's own
   * token.
   */
  sharedBy?: { caller: string; ticketSecret?: SecretPort };
}

/** Forms that are fetched at the same time. */
const parallelForms = 4;

/** How long a form is used without asking again. Milliseconds. */
const formLifeMs = 300_000;

/** Looks that may find no entry of an accepted invocation: the history is consistent only after a moment. */
const maximumMisses = 5;

/**
 * AI apps through GENAI (contract `exapps`), with the token of one person: it decides which apps there are, who may run
 * them, and whose history is shown. An accepted invocation goes on in GENAI whatever happens here; nothing cancels it.
 */
export function createExappsClient(options: ExappsClientOptions): AppsClient {
  const api = new ExappsApi(options);
  const service = options.card.id;
  const { clock } = completeTransport(options);
  const rhythm = options.rhythm ?? serverRhythm;
  const forms = new Map<string, { entry: ExappEntry; fetchedAt: number }>();

  function remember(entry: ExappEntry): ExappEntry {
    forms.set(appId(entry.teamId, entry.exAppId), { entry, fetchedAt: clock.now() });
    return entry;
  }

  async function entryWithForm(listed: ExappEntry, signal: AbortSignal): Promise<ExappEntry> {
    if (listed.placeholder !== undefined) return remember(listed);
    const known = forms.get(appId(listed.teamId, listed.exAppId))?.entry;
    const unchanged = known !== undefined && listed.updatedDate !== "" && known.updatedDate === listed.updatedDate;
    const entry = unchanged ? known : await api.app(listed.teamId, listed.exAppId, signal);
    return remember(listed.teamName === undefined ? entry : { ...entry, teamName: listed.teamName });
  }

  /** A form that cannot be had hides one app's form, not the others; what is wrong with the caller hides all. */
  async function listedCard(listed: ExappEntry, signal: AbortSignal): Promise<AppCard> {
    try {
      return exappCard(service, await entryWithForm(listed, signal));
    } catch (thrown) {
      const error = asGenaiError(thrown);
      if (signal.aborted || error.code === "unauthorized" || error.code === "sign-in-required") throw error;
      return exappCard(service, listed);
    }
  }

  async function cardOf(id: string, signal: AbortSignal): Promise<AppCard> {
    const [teamId, exAppId] = idsOfApp(id, service, 2) as [string, string];
    const known = forms.get(appId(teamId, exAppId));
    const fresh = known !== undefined && clock.now() - known.fetchedAt < formLifeMs;
    const entry = fresh ? known.entry : remember(await api.app(teamId, exAppId, signal));
    if (entry.draft) throw new GenaiError("not-found", "the app is not published");
    return exappCard(service, entry);
  }

  async function* wait(
    ticket: ExappsTicket,
    atOnce: boolean,
    signal: AbortSignal,
  ): AsyncGenerator<GenerateEvent, void> {
    const ids = idsOfApp(ticket.app, service, 2) as [string, string];
    let { createdDate } = ticket;
    let misses = 0;
    const look = async (): Promise<AppLook> => {
      if (createdDate !== undefined) {
        const known = await api.history(...ids, createdDate, signal);
        // A key is a time and can be guessed, the session cannot: it keeps people apart who share a service account.
        if (known.sessionId !== ticket.sessionId) throw new GenaiError("not-found", "the entry is of another session");
        return lookOfEntry(known);
      }
      const entry = await findEntry(api, ids, ticket, signal);
      if (entry !== undefined) {
        createdDate = entry.createdDate;
        return lookOfEntry(entry);
      }
      if (++misses >= maximumMisses) throw new GenaiError("not-found", "the invocation is not in the history");
      return { state: "queued" };
    };
    const { acceptedAt, acceptance } = ticket;
    const body = yield* waitForAnswer({ look, rhythm, clock, acceptedAt, lookAtOnce: atOnce }, signal);
    const answer = readAnswer(body);
    // An app that GENAI does not ask for its answer: the history holds the acceptance in the place of one.
    if (acceptance !== "" && (await fingerprint(answer.text)) === acceptance) {
      throw new GenaiError("malformed-response", "the acceptance stands in the place of an answer");
    }
    yield* answerEvents(answer, (fileUrl) => api.artifact(fileUrl, signal), signal);
  }

  async function* invoke(step: ResearchStep, signal: AbortSignal): AsyncGenerator<GenerateEvent, void> {
    const { app, inputs, sessionId } = step.options;
    const ids = idsOfApp(app, service, 2) as [string, string];
    const card = await cardOf(app, signal);
    const body = { teamId: ids[0], exAppId: ids[1], inputs: checkedInputs(card, inputs), sessionId };
    // Earlier turns of a conversation have the same session id: what is there already is not ours.
    const before = card.keepsConversation ? await api.conversation(...ids, sessionId, signal) : [];
    const after = before[0]?.createdDate;
    const { status, document } = await api.invoke(body, signal);
    if (!isRecord(document)) throw new GenaiError("malformed-response", "the reply is no object");
    throwIfError(document);
    if (!isAcceptance(status, document)) {
      return yield* answerEvents(readAnswer(document), (fileUrl) => api.artifact(fileUrl, signal), signal);
    }
    const ticket: ExappsTicket = {
      app,
      sessionId,
      ...(after === undefined ? {} : { after }),
      acceptedAt: clock.date(),
      acceptance: await fingerprint(document.outputs),
    };
    const createdDate = await keyOf(ticket, ids, signal);
    const known = createdDate === undefined ? ticket : { ...ticket, createdDate };
    yield { type: "accepted", ticket: await sealed(known) };
    yield* wait(known, false, signal);
  }

  async function bindingOf(app: string): Promise<TicketBinding | undefined> {
    if (options.sharedBy === undefined) return undefined;
    const { caller, ticketSecret = processSecret } = options.sharedBy;
    return { app, caller, secret: await ticketSecret() };
  }

  async function sealed(ticket: ExappsTicket): Promise<string> {
    const binding = await bindingOf(ticket.app);
    return binding === undefined ? writeTicket(ticket) : sealTicket(writeTicket(ticket), binding);
  }

  async function* resume(text: string, app: string, signal: AbortSignal): AsyncGenerator<GenerateEvent, void> {
    const binding = await bindingOf(app);
    yield* wait(readTicket(binding === undefined ? text : await openTicket(text, binding), app), true, signal);
  }

  /** The key of an invocation just accepted, when the history shows it at once; the wait finds it otherwise. */
  async function keyOf(
    ticket: ExappsTicket,
    ids: readonly [string, string],
    signal: AbortSignal,
  ): Promise<string | undefined> {
    try {
      return (await findEntry(api, ids, ticket, signal))?.createdDate;
    } catch (thrown) {
      // The invocation runs: its ticket must reach the caller. What is wrong shows again at the next look.
      if (signal.aborted) throw thrown;
      return undefined;
    }
  }

  return {
    async listApps(signal = new AbortController().signal) {
      const entries = (await api.list(signal)).filter(({ draft }) => !draft);
      const cards: AppCard[] = new Array<AppCard>(entries.length);
      let next = 0;
      const worker = async (): Promise<void> => {
        for (let index = next++; index < entries.length; index = next++) {
          cards[index] = await listedCard(entries[index]!, signal);
        }
      };
      await Promise.all(Array.from({ length: parallelForms }, worker));
      return cards;
    },
    run(step, { signal: callerSignal } = {}) {
      return runApp((signal) => {
        if (step.task !== "research") throw new GenaiError("model-cannot-do-task", "AI apps do research only");
        const { ticket, app } = step.options;
        return ticket === undefined ? invoke(step, signal) : resume(ticket, app, signal);
      }, callerSignal);
    },
  };
}
