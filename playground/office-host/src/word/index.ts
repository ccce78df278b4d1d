export { webProfile, type HostProfile } from "./profile";
export { createWordHost, type BodyPosition, type WordHost, type WordHostOptions } from "./word-host";
export type { WordChange } from "./word-model";
