/**
 * AI apps as a service of research: through GENAI (`exapps`), or one app straight (`ai-app`). For Node only: keys and tokens
 * of people are needed, and neither service lets a page of another origin in.
 */
export {
  createAiAppClient,
  createAiAppClient as createAiAppRunner,
  aiAppCard,
  type AiAppClientOptions,
  type AiAppDefinition,
} from "./ai-app/ai-app-client";
export { pseudonymOf, type SecretPort } from "./ai-app/pseudonym";
export type { AppsClient, AppsClientOptions } from "./apps-client";
export {
  createExappsClient,
  createExappsClient as createExappsRunner,
  type ExappsClientOptions,
} from "./exapps/exapps-client";
export { serverRhythm, type LookRhythm } from "./wait/look-rhythm";
