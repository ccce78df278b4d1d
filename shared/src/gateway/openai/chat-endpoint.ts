import { endpointBelow } from "../transport/endpoint";

/** The address of chat completions below a base URL such as `http://host:8000/v1`. */
export function chatEndpoint(baseUrl: string): string {
  return endpointBelow(baseUrl, "/chat/completions");
}
