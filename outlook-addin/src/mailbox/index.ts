export * from "./mailbox-port";
export { createOutlookMailbox } from "./outlook-mailbox";
