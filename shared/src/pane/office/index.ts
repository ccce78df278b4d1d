/** Booting office.js, the same way in every Office. */
export * from "./boot-office";
export * from "./office-scripts";
export * from "./use-office";
