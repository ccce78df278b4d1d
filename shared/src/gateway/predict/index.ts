/** StepRunner over 源内 Web's POST /predict (docs/contracts.md). For Node: it holds a user's token. */
export { isGuardrailText } from "./guardrail-text";
export { OutputWrapper, unwrapOutput } from "./output-wrapper";
export { predictRequest, type PredictRequest } from "./predict-request";
export { createPredictRunner, type PredictRunnerOptions } from "./predict-runner";
