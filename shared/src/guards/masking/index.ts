export * from "./create-masking";
export * from "./find-personal-data";
export * from "./personal-datum";
