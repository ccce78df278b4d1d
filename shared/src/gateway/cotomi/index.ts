/** StepRunner over NEC's own chat for cotomi (docs/contracts.md). For Node: it holds a key. */
export { createCotomiRunner, type CotomiRunnerOptions } from "./cotomi-runner";
