export * from "./host-error";
export * from "./interference";
