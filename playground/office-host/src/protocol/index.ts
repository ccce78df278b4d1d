export * from "./common-api";
export * from "./envelope";
export * from "./host-error";
export * from "./interference";
export * from "./office-host-session";
export * from "./window-name";
