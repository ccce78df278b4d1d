export * from "./channel-service";
export { systemClock, type Clock } from "./clock";
export * from "./conversation";
export * from "./create-channel";
export * from "./incoming";
export type { ChannelReply } from "./invoke-replies";
export * from "./outgoing";
export type { PersonalSignIn } from "./personal-sign-in";
