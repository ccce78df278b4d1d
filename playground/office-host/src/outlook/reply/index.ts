export type { QuoteLanguage } from "./quote-words";
export { quotedMail, type QuoteOptions } from "./quoted-mail";
export { replyDraft, type ReplyOptions } from "./reply-draft";
