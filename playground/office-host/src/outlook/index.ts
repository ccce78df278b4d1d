/** An emulated Outlook mailbox around the unmodified office.js: reading panes, pinned or not, and compose windows. */
export * from "./attach-outlook-pane";
export * from "./faults";
export { initialData, permissionLevel, type PermissionLevel } from "./initial-data";
export * from "./mailbox-error";
export * from "./mailbox-host";
export * from "./mailbox-owner";
export * from "./outlook-profile";
export * from "./outlook-session";
export type * from "./session-types";
export * from "./reply";
export * from "./store";
export type { HtmlTools, HtmlWindow } from "./html";
