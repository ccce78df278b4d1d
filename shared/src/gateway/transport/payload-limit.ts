import { GenaiError } from "../../vocabulary";

/**
 * Longest line, event or document of a reply that is held, in UTF-16 units. No model writes as much in one piece; without
 * a bound, a server without line ends would fill the memory.
 */
export const maximumPayloadCharacters = 64 * 1024 * 1024;

/** Throws "malformed-response" when what is held of one payload is over the limit. */
export function checkPayloadLength(characters: number): void {
  if (characters > maximumPayloadCharacters)
    throw new GenaiError("malformed-response", "a payload is larger than any answer");
}
