/**
 * Which models there are, which one does a task, who stands in for it, and how much one step may carry.
 * The reader of the catalogue file is the subpath `models/catalogue`: only the relay needs it, and its validation
 * library must not come into a pane.
 */
export * from "./can-continue";
export * from "./choose-model";
export * from "./default-models";
export * from "./estimate-cost";
export * from "./explain-models";
export * from "./fallback-order";
export * from "./fallback-runner";
export * from "./retirement";
export * from "./service-hours";
export * from "./step-budget";
export * from "./step-fits";
export * from "./step-languages";
export * from "./switch-reason";
export * from "./token-ratios";
