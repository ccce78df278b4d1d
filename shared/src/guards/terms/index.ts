export * from "./check-terms";
export * from "./check-wording";
export * from "./glossary-terms";
export * from "./terms-in";
