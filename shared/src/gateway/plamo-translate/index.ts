/**
 * StepRunner over PLaMo翻訳 (docs/contracts.md). For Node: it holds a gateway's key.
 * The client makes single requests, as measures of the wire need them.
 */
export { operationToken, withoutControlTokens } from "./control-tokens";
export { createPlamoTranslateClient, type PlamoTranslateClient } from "./plamo-client";
export { completionsEndpoint } from "./plamo-contract";
export type { PlamoTranslateOptions } from "./plamo-options";
export { createPlamoTranslateRunner } from "./plamo-runner";
export { plamoPrompt, type SegmentRequest } from "./prompt";
export { longestSegment } from "./segments";
