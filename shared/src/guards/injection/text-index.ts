/** What needs no reader of HTML: part of every task. */
export * from "./clean-text";
export * from "./hidden-findings";
export * from "./hidden-text";
export * from "./instructions/find-instructions";
export * from "./links/foreign-links";
