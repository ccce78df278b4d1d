/** The tasks on mails; a chunk of its own, with the first click on one. */
export { reply, thread, translate } from "@genai-office/shared/tasks";
