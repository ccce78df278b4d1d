import { mailFromEml } from "@genai-office/office-host/outlook/eml";
import type { NewMail } from "@genai-office/office-host/outlook";
import { decodeLegacyBytes } from "@genai-office/shared/mail";

/** A larger file is not even read into memory. */
export const largestMail = 50 * 1024 * 1024;

/** Headers of which every mail has at least one, however old the program that wrote it. */
const telling =
  /^(?:from|to|cc|subject|date|message-id|received|return-path|mime-version|delivered-to|reply-to|sender|content-type|x-[\w-]+)[ \t]*:/im;

/** What stands before the first header of mails that were cut out of a mailbox file. */
const mailboxLine = /^>?From [^\n]*\n/;

export class NotAMail extends Error {
  constructor() {
    super("the file is no mail");
    this.name = "NotAMail";
  }
}

/**
 * The mail of an .eml file, in any charset that its bytes show.
 * @throws NotAMail for bytes without the head of a mail; Error for nests of parts beyond all measure
 */
export async function mailOf(bytes: Uint8Array): Promise<NewMail> {
  let start = 0;
  while (start < bytes.length && [9, 10, 13, 32].includes(bytes[start]!)) start += 1;
  let head = new TextDecoder("latin1").decode(bytes.subarray(start, start + 64 * 1024));
  if (head.startsWith("\xef\xbb\xbf")) {
    start += 3;
    head = head.slice(3);
  }
  const first = mailboxLine.exec(head);
  if (first !== null) {
    start += first[0].length;
    head = head.slice(first[0].length);
  }
  const block = /^[\s\S]*?(?=\r?\n\r?\n|$(?![\s\S]))/.exec(head)?.[0] ?? "";
  if (!telling.test(block) || block.includes("\0")) throw new NotAMail();
  return mailFromEml(decodeLegacyBytes(bytes.subarray(start)));
}

export interface ReadFiles {
  readonly mails: readonly NewMail[];
  /** Names of the files that are not there, by what is wrong with them. */
  readonly notMail: readonly string[];
  readonly unreadable: readonly string[];
  readonly tooLarge: readonly string[];
}

/** Reads any number of files, each by itself: what one lacks is no loss to the others. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const mails: NewMail[] = [];
  const failed: Record<"notMail" | "unreadable" | "tooLarge", string[]> = { notMail: [], unreadable: [], tooLarge: [] };
  for (const file of files) {
    if (file.size > largestMail) {
      failed.tooLarge.push(file.name);
      continue;
    }
    const bytes = await bytesOf(file);
    if (bytes === undefined) {
      failed.unreadable.push(file.name);
      continue;
    }
    try {
      mails.push(await mailOf(bytes));
    } catch {
      // Whatever is wrong with it, the person is told its name.
      failed.notMail.push(file.name);
    }
  }
  return { mails, ...failed };
}

/** Undefined when the file has gone, or may not be read. */
async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // The browser says no more than that; the page tells the file's name.
    return undefined;
  }
}
