/** What the engine of a pane is made of; a chunk of its own, with the first click on a task. */
export { createFallbackRunner } from "../../models";
export { compare, summarize } from "../../tasks";
