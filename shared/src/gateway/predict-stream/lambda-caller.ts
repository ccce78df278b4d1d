import type { InvokeWithResponseStreamCommandOutput, LambdaClient } from "@aws-sdk/client-lambda";
import type { GenaiError } from "../../vocabulary";
import type { AwsCredentials } from "../aws/aws-credentials";
import { awsRefusalOf } from "../aws/aws-error";
import type { HttpReply } from "../transport/http-client";
import { lambdaReply, refusedReply, type AnswerHead } from "./lambda-reply";

export interface LambdaSettings {
  region: string;
  /** Name or ARN. */
  functionArn: string;
  /** Address of Lambda when it is not the public one, such as a VPC endpoint. */
  endpoint?: string;
}

/** One invocation. Rejects only when no answer came; the signal closes the connection, also later. */
export type LambdaCaller = (
  payload: string,
  credentials: AwsCredentials,
  functionFailed: (error: GenaiError) => void,
  signal: AbortSignal,
) => Promise<HttpReply>;

/** The client's own limit of 50 connections would make the fifty-first reader wait for the end of somebody's answer. */
const agents = { keepAlive: true, maxSockets: 10_000 };

/**
 * Calls a function by the client of AWS. Its retries are off (the transport has its own), and so are its timeouts: the
 * transport's four timers close the connection by the signal. All callers share the connections, each call has its own
 * keys. The client is loaded with the first call: it is large, and most relays need another contract.
 */
export function createLambdaCaller({ region, functionArn, endpoint }: LambdaSettings): LambdaCaller {
  const common = { region, maxAttempts: 1, ...(endpoint === undefined ? {} : { endpoint }) };
  let connections: LambdaClient | undefined;
  return async (payload, credentials, functionFailed, signal) => {
    const aws = await import("@aws-sdk/client-lambda");
    connections ??= new aws.LambdaClient({ ...common, requestHandler: { httpAgent: agents, httpsAgent: agents } });
    const { requestHandler } = connections.config;
    const client = new aws.LambdaClient({ ...common, requestHandler, credentials });
    const answered = headOf(client);
    const command = new aws.InvokeWithResponseStreamCommand({
      FunctionName: functionArn,
      Payload: new TextEncoder().encode(payload),
    });
    const output = client.send(command, { abortSignal: signal });
    // Whoever reads the body sees the rejection; a body that nobody reads any more is no unhandled one.
    const settled = output.then(
      () => undefined,
      () => undefined,
    );
    const head = await Promise.race([answered, settled]);
    if (head !== undefined && head.statusCode >= 200 && head.statusCode < 300) {
      return lambdaReply(head, output, functionFailed);
    }
    return refused(output);
  };
}

/** Resolves when the head of the answer is there: the client itself waits for the first event behind it. */
function headOf(client: LambdaClient): Promise<AnswerHead> {
  return new Promise((resolve) => {
    client.middlewareStack.add(
      (next) => async (input) => {
        const result = await next(input);
        resolve(result.response as AnswerHead);
        return result;
      },
      { step: "deserialize", priority: "low", name: "answerHead" },
    );
  });
}

async function refused(output: Promise<InvokeWithResponseStreamCommandOutput>): Promise<HttpReply> {
  try {
    await output;
  } catch (thrown) {
    const refusal = awsRefusalOf(thrown);
    if (refusal !== undefined) return refusedReply(refusal);
    throw thrown;
  }
  throw new TypeError("an invocation without an answer");
}
