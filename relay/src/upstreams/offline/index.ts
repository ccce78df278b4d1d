export { createOfflineEngine } from "./offline-engine";
