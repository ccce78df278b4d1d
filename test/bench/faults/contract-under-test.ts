import type { GenaiErrorCode, GenerateEvent } from "@genai-office/shared/vocabulary";
import type { TransportOptions } from "@genai-office/shared/gateway";
import type { ModelServer, Reply } from "../../support/model-server";
import type { BodyOptions, Part } from "../../support/model-server-replies";
import type { FaultName } from "./fault-names";

/** How a case must end: `finished` with its reason, `failed` with its code, or `aborted`. */
export type Expected =
  | { outcome: "finished"; code: "stop" | "length" }
  | { outcome: "failed"; code: GenaiErrorCode }
  | { outcome: "aborted"; code: null };

/** Why an answer ends, as far as a contract can spell it. */
export type Ending = "stop" | "length" | "content-filter";

/** What the fault list needs to know of a contract. */
export interface ContractUnderTest {
  name: string;
  /** Faults that this contract has no way to have, and why. */
  without: Partial<Record<FaultName, string>>;
  /** Ends that differ from those of the most contracts (expected.ts), each with its reason in a comment there. */
  expected: Partial<Record<FaultName, Expected>>;
  /** One run against a stand-in at `origin`, of a client that has no other state. */
  run: (origin: string, transport: TransportOptions, signal: AbortSignal) => AsyncIterable<GenerateEvent>;
  /** The stand-in for what answers before and after the reply in question; `reply` answers the request in question. */
  route?: (reply: Reply) => Reply;
  /** True for requests that ask for the answer; all when left out. */
  isAsked?: (request: ModelServer["requests"][number]) => boolean;
  /** The words that a run gives out of `answer(words, "stop")`. */
  given?: (words: string) => string;
  /** A whole body, in parts: undefined for an ending that the contract cannot spell. */
  answer: (words: string, ending: Ending) => Part[] | undefined;
  /** The beginning of a body, with some words, or where nothing can be read yet with half of them. */
  beginning: (words: string) => Part[];
  /** An error in the place of words, or of the rest of them, inside a 200. */
  errorInside: (secret: string) => Part[];
  /** A payload that cannot be read. */
  malformed: (secret: string) => Part[];
  /** Sends parts as the contract's 200; its framing and headers. */
  open: (parts: Part[], options?: BodyOptions) => Reply;
  /** A refusal, as the contract's server words it. */
  refusal: (status: number, secret: string, headers?: Record<string, string>) => Reply;
  /** An invocation that was accepted and is not over; for contracts that wait. */
  accepted?: () => Reply;
}
