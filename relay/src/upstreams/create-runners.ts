import { createOpenaiRunner, type CredentialPort, type TransportOptions } from "@genai-office/shared/gateway";
import {
  createAiAppClient,
  createExappsClient,
  type AppsClient,
  type SecretPort,
} from "@genai-office/shared/gateway/apps";
import { createCotomiRunner } from "@genai-office/shared/gateway/cotomi";
import { createPlamoTranslateRunner } from "@genai-office/shared/gateway/plamo-translate";
import { createPredictRunner } from "@genai-office/shared/gateway/predict";
import { createLambdaCaller, createPredictStreamRunner } from "@genai-office/shared/gateway/predict-stream";
import { composeMessages } from "@genai-office/shared/prompts";
import { GenaiError, type ModelCard, type StepRunner } from "@genai-office/shared/vocabulary";
import type { RelayConfig } from "../config/relay-config";
import type {
  AiAppUpstream,
  ExappsUpstream,
  PredictStreamUpstream,
  Upstream,
  UpstreamTuning,
} from "../config/upstream-settings";
import type { CallerKey } from "../policy/caller";
import type { Connections } from "./connections/connections";
import { awsSource, headerSource, type CredentialSource, type SignInTable } from "./credentials/credential-source";
import { PerCaller } from "./credentials/per-caller";
import { readSecretFile } from "./credentials/secret-file";
import { createOfflineEngine } from "./offline";
import { sendByNode } from "./node-http";
import { withUpstreamRefusals } from "./upstream-refusals";

export interface Runners {
  /** The runner that speaks the card's contract, with the keys of the caller where the connection asks for them. */
  runnerFor(card: ModelCard, caller: CallerKey): StepRunner;
  /** The service of AI apps behind a card of contract `exapps` or `ai-app`; undefined for any other card. */
  appsFor(card: ModelCard, caller: CallerKey): AppsClient | undefined;
}

/** How one card is run; what can be shared by all callers is made once. */
interface CardRunners {
  runner(caller: CallerKey): StepRunner;
  apps?(caller: CallerKey): AppsClient;
}

/** Runners for each card of a catalogue that has a connection, by the card's contract. Nothing is sent until a step runs. */
export function createRunners({ catalogue }: Pick<RelayConfig, "catalogue">, connections: Connections): Runners {
  const offline = createOfflineEngine();
  const byCard = new Map<string, CardRunners>();
  for (const card of catalogue.models) {
    if (card.contract === "offline") byCard.set(card.id, { runner: () => offline });
    const upstream = connections.of(card);
    if (upstream !== undefined) byCard.set(card.id, cardRunners(card, upstream, connections.table));
  }
  return {
    runnerFor(card, caller) {
      const runners = byCard.get(card.id);
      if (runners === undefined) throw new GenaiError("model-unknown", "no runner for that model");
      return runners.runner(caller);
    },
    appsFor: (card, caller) => byCard.get(card.id)?.apps?.(caller),
  };
}

function cardRunners(card: ModelCard, upstream: Upstream, table: SignInTable): CardRunners {
  if (upstream.contract === "predict-stream") return predictStreamRunners(card, upstream, table);
  const source = headerSource(upstream.credentials, table);
  if (upstream.contract === "exapps" || upstream.contract === "ai-app") {
    // Also with shared keys: what an app is told about who asks, and whose its tickets are, is the caller's own.
    // Lists and forms end with the sign-in they were asked for under.
    const apps = new PerCaller((caller) => appsClient(card, upstream, source, caller), source.sessionOf);
    const runner = (caller: CallerKey): StepRunner => withUpstreamRefusals(apps.get(caller), source.perPerson);
    return { apps: (caller) => apps.get(caller), runner };
  }
  const make = (caller: CallerKey): StepRunner =>
    withUpstreamRefusals(httpRunner(card, upstream, source.of(caller)), source.perPerson);
  return { runner: source.perPerson ? perCaller(make, source) : once(make) };
}

type HttpUpstream = Exclude<Upstream, { contract: "predict-stream" | "exapps" | "ai-app" }>;

function httpRunner(card: ModelCard, upstream: HttpUpstream, credentials: CredentialPort): StepRunner {
  const options = { baseUrl: upstream.baseUrl, credentials, card, ...tuningOf(upstream, card) };
  switch (upstream.contract) {
    case "openai":
      return createOpenaiRunner({ ...options, composeMessages });
    case "predict": {
      const { gatewayCapMs } = upstream;
      const cap = gatewayCapMs === undefined ? {} : { gatewayCapMs };
      return createPredictRunner({ ...options, composeMessages, ...cap });
    }
    case "plamo-translate":
      return createPlamoTranslateRunner({
        ...options,
        ...(upstream.mode === undefined ? {} : { mode: upstream.mode }),
      });
    case "cotomi": {
      const { clientId, clientIdHeader } = upstream;
      return createCotomiRunner({
        ...options,
        composeMessages,
        ...(clientId === undefined ? {} : { clientId }),
        ...(clientIdHeader === undefined ? {} : { clientIdHeader }),
      });
    }
  }
}

function appsClient(
  card: ModelCard,
  upstream: ExappsUpstream | AiAppUpstream,
  source: CredentialSource<CredentialPort>,
  caller: CallerKey,
): AppsClient {
  const options = { card, credentials: source.of(caller), ...tuningOf(upstream, card) };
  const ticketSecret = ticketSecretOf(upstream);
  if (upstream.contract === "exapps") {
    const sharedBy = source.perPerson ? {} : { sharedBy: { caller: caller.id, ...ticketSecret } };
    return createExappsClient({ ...options, baseUrl: upstream.baseUrl, ...sharedBy });
  }
  return createAiAppClient({
    ...options,
    invokeUrl: upstream.invokeUrl,
    app: upstream.app,
    caller: caller.id,
    ...userIdSecret(upstream),
    ...ticketSecret,
  });
}

/**
 * What tickets are sealed with where people share a key: the secret file of the connection, else its key, which outlives
 * a restart as well. Without either the contract makes a secret of its own; a token is none, since it is renewed.
 */
function ticketSecretOf(upstream: ExappsUpstream | AiAppUpstream): { ticketSecret?: SecretPort } {
  const file = upstream.contract === "exapps" ? upstream.ticketSecretFile : upstream.userIdSecretFile;
  if (file !== undefined) return { ticketSecret: () => readSecretFile(file, "text") };
  const { credentials } = upstream;
  return credentials.kind === "key-file" ? { ticketSecret: () => readSecretFile(credentials.file, "header") } : {};
}

function userIdSecret({ userIdSecretFile: file }: AiAppUpstream): { userIdSecret?: () => Promise<string> } {
  return file === undefined ? {} : { userIdSecret: () => readSecretFile(file, "text") };
}

function predictStreamRunners(card: ModelCard, upstream: PredictStreamUpstream, table: SignInTable): CardRunners {
  const { region, functionArn, endpoint } = upstream;
  // One for all callers: they share its connections, each call is signed with the caller's own keys.
  const lambda = createLambdaCaller({ region, functionArn, ...(endpoint === undefined ? {} : { endpoint }) });
  const source = awsSource(upstream, table);
  const make = (caller: CallerKey): StepRunner =>
    withUpstreamRefusals(
      createPredictStreamRunner({
        lambda,
        credentials: source.of(caller),
        card,
        composeMessages,
        ...tuningOf(upstream, card),
      }),
    );
  return { runner: source.perPerson ? perCaller(make, source) : once(make) };
}

/** The connection's own timers. Words are handed on at once: a second copy of every open answer is not kept. */
function tuningOf(
  { timers, retry }: UpstreamTuning,
  card: ModelCard,
): Pick<TransportOptions, "timers" | "retry" | "send"> & { keepPartial: false } {
  const wait = (card.fallbacks ?? []).length > 0 ? { longestObeyedWaitMs: longestWaitBeforeFallbackMs } : {};
  return {
    keepPartial: false,
    send: sendByNode,
    ...(timers === undefined ? {} : { timers }),
    retry: { ...wait, ...retry },
  };
}

/** A busy model whose card names another one is not waited for longer than this: the other one answers sooner. */
const longestWaitBeforeFallbackMs = 5_000;

function perCaller(
  make: (caller: CallerKey) => StepRunner,
  { sessionOf }: Pick<CredentialSource<unknown>, "sessionOf">,
): (caller: CallerKey) => StepRunner {
  const kept = new PerCaller(make, sessionOf);
  return (caller) => kept.get(caller);
}

/** For keys that are not a person's: the runner is the same for everybody, and made before the first step. */
function once(make: (caller: CallerKey) => StepRunner): () => StepRunner {
  const runner = make({ id: "relay" });
  return () => runner;
}
