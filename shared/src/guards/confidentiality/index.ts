export * from "./admit";
export * from "./clearance";
export * from "./find-markings";
export * from "./judge";
export * from "./marking";
export * from "./texts-of-step";
