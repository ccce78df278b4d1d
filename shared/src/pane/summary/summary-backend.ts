import type { ClientSettings, RelayClient } from "../../relay-client";
import type { SummarizeRequest } from "../../tasks";
import type { ModelCard, StepRunner } from "../../vocabulary";
import { diagnose } from "../diagnostics";
import { retryable } from "../retryable";
import type { PaneSignIn } from "../sign-in/pane-sign-in";
import { masksByPolicy } from "./masking-policy";
import type { MaskedSource, ModelOffer, StepSource, SummaryEngine, SummaryGate } from "./summary-engine";

/** What a pane stands on besides Office; each part comes when it is asked for the first time. */
export interface SummaryBackend {
  /** Asks the relay. Rejects with a GenaiError when it cannot be reached. */
  models(): Promise<ModelOffer>;
  /** What the ministry has set for this person: notices, templates, glossaries. Rejects like `models`. */
  settings?: () => Promise<ClientSettings>;
  gate(): Promise<SummaryGate>;
  /** The gate and the tasks; loaded with the first click on a task. */
  engine(): Promise<SummaryEngine>;
  /** True when relay and pane are on one machine. */
  relayIsHere: boolean;
}

/** What a pane with more tasks than 要約 stands on. */
export interface TaskBackend extends SummaryBackend {
  engine(): Promise<SummaryEngine & StepSource>;
}

/** The relay's client; comes when it is asked for the first time. */
export type RelayLoader = () => Promise<RelayClient>;

/** The relay that delivered the pane. What belongs to this person is known there by their sign-in and by the session. */
export function relayLoader(baseUrl: string, { headers, renewedHeaders }: PaneSignIn): RelayLoader {
  return retryable(async () => {
    const { createRelayClient } = await import(/* webpackChunkName: "relay" */ "../../relay-client");
    return createRelayClient({ baseUrl, headers, renewedHeaders });
  });
}

/** Steps that say that a person wants them unmasked, so that the relay does not mask them either. */
function unmasked(runner: StepRunner): StepRunner {
  return { run: (step, options) => runner.run({ ...step, masked: false }, options) };
}

/** The way to the relay that delivered the pane. */
export function createSummaryBackend(baseUrl: string, relay: RelayLoader): TaskBackend {
  let models: readonly ModelCard[] = [];
  let ministry: ClientSettings | undefined;
  const settings = async (): Promise<ClientSettings> => (ministry = await (await relay()).fetchSettings());
  const gate = retryable(async () => (await import(/* webpackChunkName: "gate" */ "./gate")).gate);
  const engine = retryable(async () => {
    const [parts, { relayUnreached }, guard, runner] = await Promise.all([
      import(/* webpackChunkName: "tasks" */ "./engine-parts"),
      import(/* webpackChunkName: "relay" */ "../../relay-client"),
      gate(),
      relay(),
      // A pane that was opened a moment ago; who cannot ask cannot be answered by a model either.
      ministry === undefined ? settings().catch((thrown: unknown) => diagnose("no settings", thrown)) : undefined,
    ]);
    const { compare, summarize, createFallbackRunner, glossaryTermsFor, mergeGlossaries, termsIn, withRun } = parts;
    const withGlossary = (request: SummarizeRequest): SummarizeRequest => {
      const glossary = mergeGlossaries(ministry?.glossaries ?? []);
      return glossary === undefined ? request : { ...request, glossary };
    };
    const withFallbacks = createFallbackRunner({ runner, cards: () => models, concernsAll: relayUnreached });
    const leavingAs = (steps: StepRunner, masked: MaskedSource | "unmasked" | undefined): StepRunner => {
      if (masked === undefined) return steps;
      return masked === "unmasked" ? unmasked(steps) : masked.over(steps);
    };
    return {
      ...guard,
      steps: (run, masked) => leavingAs(withRun(withFallbacks, run), masked),
      models: () => models,
      glossary: () => mergeGlossaries(ministry?.glossaries ?? []),
      summarize: (request, signal, run, masked) => {
        const known = run === undefined ? withFallbacks : withRun(withFallbacks, run);
        return summarize({ ...withGlossary(request), others: models }, leavingAs(known, masked), { signal });
      },
      terms({ blocks, language, instruction = "" }) {
        const texts = blocks.map(({ text }) => text);
        const terms = glossaryTermsFor(mergeGlossaries(ministry?.glossaries ?? []), texts, language);
        return termsIn([...texts, instruction].join("\n"), terms);
      },
      async mask(blocks, card, wish) {
        // What stays in this process or machine is not masked, nor what the ministry leaves to the person.
        const policy = ministry?.masking ?? { default: "where-refused", publicRoles: [] };
        if (card.region === "local") return undefined;
        const isAsked = masksByPolicy(card, policy.default);
        if (!(wish ?? isAsked)) return isAsked ? "unmasked" : undefined;
        const { maskSource } = await import(/* webpackChunkName: "masking" */ "./masked-source");
        return maskSource(blocks, card, policy.publicRoles);
      },
      report(report) {
        runner
          .reportRun(report)
          .catch((thrown: unknown) => diagnose("what became of a result could not be told", thrown));
      },
      // Without fallbacks: each column is its model.
      compare: ({ runs = {}, masked, ...request }, signal) => {
        const known: StepRunner = {
          run: (step, options) => {
            const run = runs[step.model];
            return (run === undefined ? runner : withRun(runner, run)).run(step, options);
          },
        };
        return compare(
          { ...request, makeRequest: (card) => withGlossary(request.makeRequest(card)), task: summarize },
          leavingAs(known, masked),
          { signal },
        );
      },
    } satisfies SummaryEngine & StepSource;
  });
  const relayIsHere = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(baseUrl).hostname);
  return {
    async models() {
      const offer = await (await relay()).fetchModels();
      models = offer.models;
      return offer;
    },
    settings,
    gate,
    engine,
    relayIsHere,
  };
}
