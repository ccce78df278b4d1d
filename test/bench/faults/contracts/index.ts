import type { ContractUnderTest } from "../contract-under-test";
import { aiApp, exapps } from "./apps";
import { cotomi } from "./cotomi";
import { openai } from "./openai";
import { plamoTranslate } from "./plamo-translate";
import { predict } from "./predict";
import { predictStream } from "./predict-stream";
import { relay } from "./relay";

/** Every contract of the client library, and the way to the relay. */
export const contractsUnderTest: readonly ContractUnderTest[] = [
  openai,
  predict,
  predictStream,
  exapps,
  aiApp,
  plamoTranslate,
  cotomi,
  relay,
];
