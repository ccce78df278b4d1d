const { TestEnvironment } = require("jest-environment-jsdom");

/** jsdom without the web platform's streams and fetch: Node's own are lent to it, with the arrays they check by instanceof. */
const lent = [
  "fetch",
  "Request",
  "Response",
  "Headers",
  "ReadableStream",
  "WritableStream",
  "TransformStream",
  "TextEncoder",
  "TextDecoder",
  "TextDecoderStream",
  "structuredClone",
  "AbortController",
  "AbortSignal",
  "Uint8Array",
  "ArrayBuffer",
];

module.exports = class PaneEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of lent) this.global[name] = globalThis[name];
    Object.defineProperty(this.global, "crypto", { value: globalThis.crypto, configurable: true });
    // jsdom says that a page has no focus whenever none of its elements has it; a pane that is used has it all the time.
    Object.defineProperty(this.global.document, "hasFocus", { value: () => true, configurable: true, writable: true });
  }
};
