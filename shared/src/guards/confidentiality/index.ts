export * from "./admit";
export * from "./clearance";
export * from "./find-markings";
export * from "./judge";
export * from "./label-properties";
export * from "./marking";
export * from "./sensitivity-label";
export * from "./texts-of-step";
