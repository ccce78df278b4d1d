export * from "./channel-service";
export * from "./create-channel";
export * from "./incoming-message";
export type { PersonalSignIn } from "./personal-sign-in";
