/** Booting office.js, the same way in every Office. */
export * from "./boot-office";
export * from "./ConnectionFailure";
export * from "./office-scripts";
export * from "./OfficePane";
export * from "./use-office";
