/** What the engine of a pane is made of; a chunk of its own, with the first click on a task. */
export { glossaryTermsFor, termsIn } from "../../guards";
export { mergeGlossaries } from "../../glossary/merge-glossaries";
export { createFallbackRunner } from "../../models";
export { compare, summarize, withRun } from "../../tasks";
