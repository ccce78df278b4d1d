/** StepRunner over a contract: streams, errors, retries, timers, credentials (DESIGN 3, 4). */
export { bearerCredentials, type CredentialPort, type TokenPort } from "./credentials";
export { createChatClient, type ChatClient, type ChatClientOptions } from "./openai/chat-client";
export { chatEndpoint } from "./openai/chat-endpoint";
export type { ChatRequest } from "./openai/chat-request";
export { createOpenaiRunner, type OpenaiRunnerOptions } from "./openai/openai-runner";
export { sendBy, type HttpExchange, type ReplyBody, type ReplyReader, type Send } from "./transport/http-client";
export type { Clock } from "./transport/clock";
export { EventStreamParser } from "./transport/event-stream-parser";
export { defaultRetryPolicy, type RetryPolicy } from "./transport/retry-policy";
export { defaultTimers, type Timers } from "./transport/timers";
export type { TransportOptions } from "./transport/transport-options";
