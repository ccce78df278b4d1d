import type { ChatMessage, ModelCard, Step, StepRunner } from "../../vocabulary";
import type { AwsCredentialPort, AwsCredentials } from "../aws/aws-credentials";
import { isStaleKeyError, refusalOfAwsError } from "../aws/aws-refusals";
import { predictRequest } from "../predict";
import { generate } from "../transport/generate";
import type { TransportOptions } from "../transport/transport-options";
import type { WireContract } from "../transport/wire-contract";
import { createLambdaCaller, type LambdaCaller, type LambdaSettings } from "./lambda-caller";
import { PredictStreamDecoder } from "./predict-stream-decoder";

export interface PredictStreamRunnerOptions extends TransportOptions {
  /** Where the function is; or a caller of it that several runners share, and with it the connections. */
  lambda: LambdaSettings | LambdaCaller;
  credentials: AwsCredentialPort;
  card: ModelCard;
  /** Makes the messages of a step, as late as possible; what it throws becomes the run's failure. */
  composeMessages: (step: Step, card: ModelCard) => ChatMessage[];
}

/** A StepRunner over the Lambda stream of 源内 Web (reference page on GENAI's contracts, 3.5 to 3.7). */
export function createPredictStreamRunner(options: PredictStreamRunnerOptions): StepRunner {
  const { lambda, card, composeMessages } = options;
  const call = typeof lambda === "function" ? lambda : createLambdaCaller(lambda);
  const url = typeof lambda === "function" ? "lambda:" : `lambda:${lambda.functionArn}`;
  return {
    run: (step, { signal } = {}) =>
      generate(
        () => {
          const body = JSON.stringify(predictRequest(step, card, composeMessages));
          return predictStreamContract(call, url, body, options.credentials);
        },
        options,
        signal,
      ),
  };
}

function predictStreamContract(
  call: LambdaCaller,
  url: string,
  body: string,
  credentials: AwsCredentialPort,
): WireContract {
  let keys: AwsCredentials | undefined;
  let decoder = new PredictStreamDecoder();
  let renewed = false;
  return {
    request: async () => {
      keys = await credentials.get();
      return { method: "POST", url, headers: {}, body };
    },
    send: (request, signal) => {
      const attempt = decoder;
      return call(request.body!, keys!, (error) => attempt.fail(error), signal);
    },
    decoder: () => (decoder = new PredictStreamDecoder()),
    refusalOf: (_, told) => refusalOfAwsError(nameIn(told)),
    adaptTo: (_, told) => {
      if (renewed || !isStaleKeyError(nameIn(parsed(told)))) return false;
      // Once only: keys that are refused right after they were made are refused for another reason.
      renewed = true;
      credentials.forget();
      return true;
    },
  };
}

function nameIn(told: unknown): string {
  const name = (told as { name?: unknown } | null | undefined)?.name;
  return typeof name === "string" ? name : "";
}

/** The body is of our own making (lambda-reply.ts): JSON, or nothing. */
function parsed(body: string): unknown {
  return body.startsWith("{") ? (JSON.parse(body) as unknown) : undefined;
}
