export { isSettling } from "./decisions";
export * from "./names";
export * from "./supports";
export * from "./unconfirmed";
