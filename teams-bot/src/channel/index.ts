export * from "./create-channel";
export * from "./incoming-message";
