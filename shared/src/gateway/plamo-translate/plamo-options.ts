import type { ModelCard } from "../../vocabulary";
import type { CredentialPort } from "../credentials";
import type { TransportOptions } from "../transport/transport-options";

export interface PlamoTranslateOptions extends TransportOptions {
  /** Such as `https://….azure-api.net/vllm/v1`; may name `/completions` itself and may have a query. */
  baseUrl: string;
  /** Gives `x-api-key` for the API management template. Left out for servers that ask for no key. */
  credentials?: CredentialPort;
  /** Its limits decide how a text is cut; `upstreamModel` is the name the server knows the model by. */
  card: ModelCard;
  /**
   * "completions" (when left out): raw prompts, streamed; the gateway passes them through. "transform": the gateway builds
   * the prompt itself and answers with one document.
   */
  mode?: "completions" | "transform";
  /** Makes an id that is sent as `x-request-id`. */
  requestId?: () => string;
}
