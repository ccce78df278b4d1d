import type { ChatMessage, ModelCard, Step, StepRunner } from "../../vocabulary";
import { credentialHeaders, type CredentialPort } from "../credentials";
import { endpointBelow } from "../transport/endpoint";
import { generate } from "../transport/generate";
import type { TransportOptions } from "../transport/transport-options";
import type { WireContract } from "../transport/wire-contract";
import { CotomiDecoder } from "./cotomi-decoder";
import { cotomiRequest } from "./cotomi-request";

export interface CotomiRunnerOptions extends TransportOptions {
  /** Such as `https://api.cotomi.nec-cloud.com/cotomi-api/v1`; may name `/chat` itself. */
  baseUrl: string;
  /** Gives `Authorization: Bearer <key>`; may give the header of the client id as well. */
  credentials?: CredentialPort;
  card: ModelCard;
  /** Makes the messages of a step, as late as possible; what it throws becomes the run's failure. */
  composeMessages: (step: Step, card: ModelCard) => ChatMessage[];
  /** Header that names the caller; NEC's other service calls it `x-nec-genai-client-id`. */
  clientIdHeader?: string;
  /**
   * Who calls. NEC wants a UUID (version 4) and keeps histories by it; as none are kept (`oneshot`), one drawn for each
   * runner tells NEC nothing about a person, which is the default.
   */
  clientId?: string;
}

const defaultClientIdHeader = "x-nec-cotomi-client-id";

/** A StepRunner over NEC's own chat for cotomi (docs/contracts.md). */
export function createCotomiRunner(options: CotomiRunnerOptions): StepRunner {
  const clientId = options.clientId ?? crypto.randomUUID();
  return {
    run: (step, { signal } = {}) => generate(() => cotomiContract(options, step, clientId), options, signal),
  };
}

function cotomiContract(options: CotomiRunnerOptions, step: Step, clientId: string): WireContract {
  const body = cotomiRequest(step, options.card, options.composeMessages);
  return {
    request: async () => ({
      method: "POST",
      url: endpointBelow(options.baseUrl, "/chat"),
      headers: withClientId(
        {
          "Content-Type": "application/json",
          Accept: body.stream ? "text/event-stream, application/json" : "application/json",
          ...(await credentialHeaders(options.credentials)),
        },
        options.clientIdHeader ?? defaultClientIdHeader,
        clientId,
      ),
      body: JSON.stringify(body),
    }),
    decoder: () => new CotomiDecoder(options.card),
    wholeAnswer: !body.stream,
    // How NEC words its refusals is not public; the status is all that is used.
    refusalOf: () => undefined,
  };
}

/** An id among the credentials, under whatever case, goes before the runner's own. */
function withClientId(headers: Record<string, string>, header: string, clientId: string): Record<string, string> {
  const given = Object.keys(headers).some((name) => name.toLowerCase() === header.toLowerCase());
  return given ? headers : { ...headers, [header]: clientId };
}
