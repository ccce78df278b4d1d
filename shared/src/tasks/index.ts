/** What a person asks for: a task is planned into steps, the steps run, their answers are merged, checked and handed over. */
export * from "./compare";
export * from "./machinery/run-steps";
export * from "./machinery/run-task";
export * from "./machinery/step-progress";
export * from "./output/output-cleaner";
export * from "./output/parse-statements";
export { plannedSteps } from "./summarize/planned-steps";
export * from "./summarize/summarize";
export * from "./summarize/summarize-request";
export * from "./translate/translate";
export * from "./translate/translate-request";
