/** The way of any task from click to preview: flow, state, and the frame that shows it. */
export * from "./research-task";
export * from "./task-flow";
export * from "./task-state";
export * from "./TaskPane";
export * from "./use-pane-models";
export * from "./RunNotes";
export * from "./lazy-mask-option";
export { masksByPolicy } from "../summary/masking-policy";
export * from "./lazy-flow";
export * from "./told-error";
