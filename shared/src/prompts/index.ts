/** How a step becomes messages to a model, and how the marks a model was asked for are read back. */
export * from "./answer/answer";
export * from "./chat";
export * from "./citations";
export * from "./compose-messages";
export * from "./fence";
export * from "./minutes/minutes";
export * from "./reply/reply";
export * from "./summarize/summarize";
export * from "./term-lines";
export * from "./ask/ask";
export * from "./thread/thread";
export * from "./translate/block-entries";
export * from "./translate/translate";
export * from "./translate/untranslated-mark";
export * from "./versions";
