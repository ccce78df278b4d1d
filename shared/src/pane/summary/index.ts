/** The way of a summary from click to preview, for every pane: flow, state, and the pieces that show them. */
export * from "./lazy-feedback";
export * from "./summary-backend";
export * from "./summary-engine";
export * from "./summary-flow";
export * from "./summary-state";
export * from "./summary-text";
export * from "./SummaryActions";
export * from "./SummaryPane";
export * from "./SummarySendSheet";
export * from "./SummaryTask";
export * from "./SummaryView";
export * from "./SummaryWorkspace";
export * from "./use-summary-options";
