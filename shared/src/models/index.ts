/**
 * Which models there are, which one does a task, and how much one step may carry.
 * The reader of the catalogue file is the subpath `models/catalogue`: only the relay needs it, and its validation
 * library must not come into a pane.
 */
export * from "./choose-model";
export * from "./estimate-cost";
export * from "./retirement";
export * from "./step-budget";
