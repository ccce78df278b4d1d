/** The words every room shares (DESIGN 4). Imports nothing; is imported by everything. */
export * from "./ai-app";
export * from "./block";
export * from "./confidentiality-class";
export * from "./edit";
export * from "./evidence";
export * from "./finding";
export * from "./findings-by-code";
export * from "./genai-error";
export * from "./generate-event";
export * from "./glossary";
export * from "./job";
export * from "./model-card";
export * from "./run-report";
export * from "./span";
export * from "./step";
export * from "./step-runner";
export * from "./task-event";
