export { acceptsFile } from "./form/accepts-file";
export { checkAppInputs, isBase64, type AppInputCode, type AppInputProblem } from "./form/check-app-inputs";
export { defaultMaximumPayloadBytes, readPayloadLimit } from "./form/payload-limit";
export { invocationInputs, payloadBytes } from "./form/payload";
export { readAppForm, type AppForm } from "./form/read-app-form";
export { readSize } from "./form/read-size";
export { typedInputs, type TypedInputs, type TypedValue } from "./form/typed-inputs";
export { parseCitedAnswer, type Citation, type CitedAnswer } from "./cited-answer/parse-cited-answer";
export { researchStep, type ResearchRequest } from "./research-step";
