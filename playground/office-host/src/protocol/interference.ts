/** What a test does to one call of the add-in, to see how the add-in copes. */
export interface Interference {
  /** Milliseconds before the answer. */
  readonly delay?: number;
  /** Answer with this error of the transport instead of doing the work (`hostError`, for example 5102 throttled). */
  readonly errorCode?: number;
  /** Never answer. */
  readonly silent?: boolean;
}

export interface HostCall {
  /** Number of the Common API method; 93 carries a rich API batch. */
  readonly dispatchId: number;
  /** The ProcessQuery body, on dispatch id 93. */
  readonly batch?: string;
}

/** Called for every call before it is carried out. Undefined: no interference. */
export type BeforeReply = (call: HostCall) => Interference | undefined | Promise<Interference | undefined>;

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
