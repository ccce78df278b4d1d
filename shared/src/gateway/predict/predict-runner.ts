import { GenaiError, type ChatMessage, type ModelCard, type Step, type StepRunner } from "../../vocabulary";
import { credentialHeaders, type CredentialPort } from "../credentials";
import { systemClock } from "../transport/clock";
import { endpointBelow } from "../transport/endpoint";
import { generate } from "../transport/generate";
import { sendRequest } from "../transport/http-client";
import type { TransportOptions } from "../transport/transport-options";
import type { WireContract } from "../transport/wire-contract";
import { PredictDecoder } from "./predict-decoder";
import { predictRefusal } from "./predict-refusal";
import { predictRequest, type PredictRequest } from "./predict-request";

export interface PredictRunnerOptions extends TransportOptions {
  /** Address of 源内 Web's API with its stage, such as `https://….amazonaws.com/api`. */
  baseUrl: string;
  /** Gives `Authorization: Bearer <Cognito ID token>`. Its other headers are sent as well: give none, CORS refuses them. */
  credentials: CredentialPort;
  card: ModelCard;
  /** Makes the messages of a step, as late as possible; what it throws becomes the run's failure. */
  composeMessages: (step: Step, card: ModelCard) => ChatMessage[];
  /** How long the API gateway waits for an answer, in milliseconds. */
  gatewayCapMs?: number;
}

/** API Gateway's default (reference page on GENAI's contracts, 3.3). */
const defaultGatewayCapMs = 29_000;

/** A cut so shortly before the cap is the cap: clocks and the way there differ. */
const capToleranceMs = 1_000;

/**
 * A StepRunner over POST /predict of 源内 Web. The whole answer comes at once, within 29 seconds or not at all: steps
 * that write more than that belong on the stream (docs/contracts.md says which). Headers come with the answer, so the
 * first timer covers the whole wait.
 */
export function createPredictRunner(options: PredictRunnerOptions): StepRunner {
  const { gatewayCapMs = defaultGatewayCapMs } = options;
  const timers = { connectMs: gatewayCapMs + 6_000, firstTokenMs: 15_000, totalMs: 180_000, ...options.timers };
  return {
    run: (step, { signal } = {}) =>
      generate(
        () => predictContract(options, predictRequest(step, options.card, options.composeMessages), gatewayCapMs),
        { ...options, timers },
        signal,
      ),
  };
}

function predictContract(options: PredictRunnerOptions, request: PredictRequest, gatewayCapMs: number): WireContract {
  const { clock = systemClock, send = sendRequest, card } = options;
  return {
    request: async () => ({
      method: "POST",
      url: endpointBelow(options.baseUrl, "/predict"),
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        ...(await credentialHeaders(options.credentials)),
      },
      body: JSON.stringify(request),
    }),
    async send(httpRequest, signal) {
      const sentAt = clock.now();
      try {
        return await send(httpRequest, signal);
      } catch (thrown) {
        if (signal.aborted || clock.now() - sentAt < gatewayCapMs - capToleranceMs) throw thrown;
        throw new GenaiError("timeout", "the connection was cut at the gateway's cap", { retryable: true });
      }
    },
    decoder: () => new PredictDecoder(card),
    refusalOf: predictRefusal,
  };
}
