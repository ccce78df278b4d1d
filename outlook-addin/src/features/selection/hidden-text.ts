/** What a message holds without showing it, as a part that comes when it is needed. */
export { HiddenTextNote as default } from "@genai-office/shared/pane";
