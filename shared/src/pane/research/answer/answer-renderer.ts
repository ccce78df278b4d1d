/** Markdown of an app as safe nodes, and as plain paragraphs. */
export { answerParagraphs } from "./answer-paragraphs";
export { renderAnswer } from "./render-answer";
