export * from "./node-office";
export * from "./office-js-directory";
