export * from "./draft";
export * from "./mail";
export * from "./mail-attachment";
export * from "./mail-person";
export * from "./mail-store";
export { comparableId } from "./item-id";
export * from "./subject";
