import { GenaiError, type GenerateEvent, type RunOptions } from "../../vocabulary";
import { generate } from "../transport/generate";
import { newDialect, plamoContract, type PlamoDialect } from "./plamo-contract";
import type { PlamoTranslateOptions } from "./plamo-options";
import { isTranslation, type SegmentRequest } from "./prompt";

export interface PlamoTranslateClient {
  /**
   * Translates one text in one request, as it is: the caller sees to it that text and translation fit (4,096 tokens
   * together, 1,024 of translation). Events as of every runner: exactly one terminal event, never a throw.
   */
  translateSegment(request: SegmentRequest, options?: RunOptions): AsyncIterable<GenerateEvent>;
}

/**
 * Speaks the `plamo-translate` contract, one request at a time (reference page on GENAI's contracts, 6.2).
 * @param dialect what was learned about the server; shared by clients of one runner
 */
export function createPlamoTranslateClient(
  options: PlamoTranslateOptions,
  dialect: PlamoDialect = newDialect(),
): PlamoTranslateClient {
  return {
    translateSegment: (request, { signal } = {}) => {
      const contract = () => {
        if (isTranslation(request.from, request.to)) return plamoContract(options, request, dialect);
        throw new GenaiError("model-cannot-do-task", "PLaMo translates between Japanese and English only");
      };
      return generate(contract, options, signal);
    },
  };
}
