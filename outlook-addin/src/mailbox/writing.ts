/** What writes into the mailbox, and what reads a message that is being written; a chunk of its own. */
export { confirmSelection } from "./confirm-selection";
export { insertAtTop } from "./insert-at-top";
export { openReply } from "./open-reply";
export { readDraft } from "./read-draft";
