export * from "./generate-word-proxies";
export * from "./word-declarations";
export * from "./word-proxies-file";
