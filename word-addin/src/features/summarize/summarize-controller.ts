import { chooseModel } from "@genai-office/shared/models";
import { copyText, createFrameBatcher, diagnose, summaryLength, type LengthChoice } from "@genai-office/shared/pane";
import type { Translator } from "@genai-office/shared/i18n";
import {
  asGenaiError,
  GenaiError,
  higherClass,
  type ConfidentialityClass,
  type Statement,
} from "@genai-office/shared/vocabulary";
import type { DocumentPort } from "../../document/document-port";
import type { Engine, Judgement, ModelOffer, PaneServices, Refusal } from "../../pane-services";
import { resultEdits, resultText } from "./result-edits";
import type { ApplyAction, Outcome, SendPlan, SummarizeEvent } from "./summarize-state";

/** What the person has set; asked for at each click. */
export interface Choices {
  length: LengthChoice;
  model: string | undefined;
  language: "ja" | "en";
}

export interface ControllerOptions {
  services: PaneServices;
  /** The models; asks the relay again when it could not be reached before. */
  offer(): Promise<ModelOffer>;
  choices(): Choices;
  translator(): Translator;
  /** Today's date, YYYY-MM-DD. */
  today(): string;
  dispatch(event: SummarizeEvent): void;
}

/** What the person can do. Nothing here rejects: what goes wrong arrives as an event. */
export interface SummarizeController {
  /** 要約, or only a look at what would be sent. */
  start(intent: "summarize" | "look"): Promise<void>;
  /** The answer to the send sheet. */
  confirm(plan: SendPlan, declared: ConfidentialityClass): Promise<void>;
  /** 中止, in any phase; the pane is back at once. */
  cancel(): void;
  /** Puts the send sheet away; nothing was sent. */
  close(): void;
  apply(outcome: Outcome, action: Exclude<ApplyAction, "undo">): Promise<void>;
  undo(applied: { undo(): Promise<void> }): Promise<void>;
  copy(outcome: Outcome): Promise<void>;
  showSource(statement: Statement): Promise<void>;
}

/** Makes the error for the person, and tells the engineer at the console what it came from; neither holds document text. */
function told(thrown: unknown): GenaiError {
  const error = asGenaiError(thrown);
  diagnose("it did not work", error);
  return error;
}

/** The marking that led to the decision: what a person has to be shown. */
export function decidingMarking(judgement: Judgement): Judgement["markings"][number] | undefined {
  return judgement.markings.find((marking) => marking.decision === judgement.decision) ?? judgement.markings[0];
}

/** Rejects with `aborted` as soon as the signal fires, whatever the promise does. */
function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new GenaiError("aborted", "cancelled by the person"));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** The way of a summary from click to document, without any DOM of its own. */
export function createSummarizeController(options: ControllerOptions): SummarizeController {
  const { services, dispatch } = options;
  let current: AbortController | undefined;

  /** Runs one piece of work; what it reports after 中止 or after a newer click is dropped. */
  async function work(
    retry: "summarize" | ApplyAction,
    body: (signal: AbortSignal, report: (event: SummarizeEvent) => void) => Promise<void>,
  ): Promise<void> {
    current?.abort();
    const own = new AbortController();
    current = own;
    const report = (event: SummarizeEvent) => {
      if (!own.signal.aborted) dispatch(event);
    };
    try {
      await body(own.signal, report);
    } catch (thrown) {
      if (!own.signal.aborted) report({ type: "failed", failure: { error: told(thrown), retry } });
    } finally {
      if (current === own) current = undefined;
    }
  }

  async function send(
    engine: Engine,
    plan: SendPlan,
    declared: ConfidentialityClass,
    signal: AbortSignal,
    report: (event: SummarizeEvent) => void,
  ): Promise<void> {
    const confirmed = plan.judgement.decision === "ask";
    const declaredClass = higherClass(plan.judgement.class, declared);
    const judged: Judgement = { ...plan.judgement, class: declaredClass };
    const refusal = engine.refusal(judged, plan.card, confirmed);
    if (refusal !== undefined) {
      report({ type: "failed", failure: refused(refusal, plan.judgement) });
      return;
    }
    report({ type: "running", plan });
    const texts = createFrameBatcher<{ text: string; restarted: boolean }>((pieces) => {
      const from = pieces.map((piece) => piece.restarted).lastIndexOf(true);
      const fresh = from === -1 ? pieces : pieces.slice(from);
      report({ type: "preview", text: fresh.map((piece) => piece.text).join(""), restarted: from !== -1 });
    });
    const request = {
      blocks: plan.reading.blocks,
      length: summaryLength(plan.length),
      language: options.choices().language,
      card: plan.card,
      declaredClass,
      confirmed,
      documentHash: plan.reading.hash,
    };
    try {
      for await (const event of engine.summarize(request, signal)) {
        switch (event.type) {
          case "planned":
            report({ type: "planned", total: event.steps });
            break;
          case "progress":
            report(event);
            break;
          case "preview":
            texts.push({ text: event.text, restarted: event.restarted === true });
            break;
          case "completed":
            texts.flush();
            report({ type: "completed", outcome: { plan, declaredClass, result: event.result } });
            return;
          case "aborted":
            report({ type: "cancelled" });
            return;
          case "failed":
            throw event.error;
        }
      }
      throw new GenaiError("internal", "the task ended without saying how");
    } finally {
      texts.cancel();
    }
  }

  function refused(code: Refusal, judgement: Judgement) {
    return {
      error: new GenaiError(code, "refused by the gate in the pane"),
      marking: decidingMarking(judgement),
      retry: "summarize" as const,
    };
  }

  /** A change of the document. It is not cancelled half-way: writing is short, and is verified or rolled back. */
  async function write(action: ApplyAction, change: (port: DocumentPort) => Promise<SummarizeEvent>): Promise<void> {
    dispatch({ type: "applying", action });
    try {
      const { document } = await services.connect();
      dispatch(await change(document));
    } catch (thrown) {
      dispatch({ type: "failed", failure: { error: told(thrown), retry: action } });
    }
  }

  return {
    start: (intent) =>
      work("summarize", async (signal, report) => {
        report({ type: "connecting" });
        const [{ document }, engine, offer] = await orAbort(
          Promise.all([services.connect(), services.engine(), options.offer()]),
          signal,
        );
        report({ type: "reading" });
        const reading = await orAbort(document.read(signal), signal);
        const judgement = engine.judge(reading);
        report({ type: "judged", foundClass: judgement.class });
        if (judgement.decision === "block") {
          report({ type: "failed", failure: refused("confidentiality-blocked", judgement) });
          return;
        }
        const { length, model } = options.choices();
        const card = chooseModel(offer.models, {
          task: "summarize",
          class: judgement.class,
          defaultModel: offer.defaultModel,
          today: options.today(),
          ...(model === undefined ? {} : { preferred: model }),
        });
        if (card === undefined) {
          report({ type: "failed", failure: refused("model-not-cleared", judgement) });
          return;
        }
        const plan: SendPlan = { reading, judgement, card, length };
        if (intent === "look" || judgement.decision === "ask" || judgement.class === "2") {
          report({ type: "confirming", plan });
        } else await send(engine, plan, judgement.class, signal, report);
      }),
    confirm: (plan, declared) =>
      work("summarize", async (signal, report) => {
        const engine = await orAbort(services.engine(), signal);
        await send(engine, plan, declared, signal, report);
      }),
    cancel() {
      current?.abort();
      current = undefined;
      dispatch({ type: "cancelled" });
    },
    close() {
      dispatch({ type: "cancelled", silent: true });
    },
    apply: (outcome, action) =>
      write(action, async (port) => ({
        type: "applied",
        action,
        handle: await port.apply(resultEdits(options.translator(), outcome, action)),
      })),
    undo: (applied) =>
      write("undo", async () => {
        await applied.undo();
        return { type: "undone" };
      }),
    async copy(outcome) {
      dispatch({ type: "copied", worked: await copyText(resultText(options.translator(), outcome)) });
    },
    async showSource(statement) {
      const first = statement.sources[0];
      if (first === undefined) return;
      try {
        const { document } = await services.connect();
        await document.reveal(first);
      } catch (thrown) {
        dispatch({ type: "failed", failure: { error: told(thrown), retry: "summarize" } });
      }
    },
  };
}
