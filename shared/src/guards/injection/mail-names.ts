import { cleanText, invisibleTexts } from "./clean-text";
import type { HiddenText } from "./hidden-text";

/** What a mail shows outside of its body. */
export interface MailNames {
  subject: string;
  /** Of senders and recipients. */
  people: readonly string[];
  /** Of attachments. */
  files: readonly string[];
}

/** A subject or name as a person sees it. */
export function shownName(text: string): string {
  return cleanText(text).text;
}

/** Invisible characters in the subject and the names of a mail: they turn the end of a file's name round, or carry words. */
export function hiddenInNames({ subject, people, files }: MailNames): HiddenText[] {
  const of = (text: string, place: string): HiddenText[] => invisibleTexts(cleanText(text).removed, place);
  return [
    ...of(subject, "subject"),
    ...people.flatMap((name) => of(name, "name")),
    ...files.flatMap((name) => of(name, "attachment")),
  ];
}
