/** Why some contracts have not some faults. */
export const noPolling = { "abort-while-polling": "an answer comes with the request" } as const;

/** For contracts whose answer is one document. */
export const noWords = { "error-mid-stream": "nothing can follow the one document" } as const;
