/** What has to be known of a run, as a part that comes when it is needed. */
export { RunNotes as default } from "@genai-office/shared/pane/task";
