/** One request to several models, side by side. */
export * from "./compare";
export * from "./comparison";
