import { foldWidth } from "../../language";
import { namesOneOf, salutationOf } from "../requests/addressee";
import type { ThreadMail } from "./thread-messages";

/** Whom a request of a mail is put to. */
export interface Asked {
  ofMe: boolean;
  /** Who, in the words of the mail; left out where it does not say, and for everybody. */
  of?: string;
}

const vocative =
  /^[\s\u3000]*[@＠【<＜■●◆・]*\s*(?<name>[^。、:：\n]{1,24}?(?:さん|様|殿|課|室|係|班|局|部|御中|各位|担当者?))\s*(?:へ|宛て?)?[】>＞]?\s*[:：]?[\s\u3000]*$/u;

/**
 * Whom a mail asks: whom the sentence itself names (「施設課におかれましては」), else whom the line above it or the 宛名 addresses, else
 * To and Cc, else whose mail it answers. What nothing tells is taken to be asked of the reader, because a request that
 * nobody sees is worse than one too many.
 * @param place where the sentence stands in the mail's text
 * @param addressee whom the sentence itself names
 * @param hint whom the model names, used where the mail's form tells nothing
 */
export function askedOf(
  mail: ThreadMail,
  mails: readonly ThreadMail[],
  me: readonly string[],
  { place, addressee, hint }: { place: number; addressee?: string | undefined; hint?: string | undefined },
): Asked {
  const isMe = (words: string): boolean => !mail.isMine && namesOneOf(withoutCopies(words), me);
  if (addressee !== undefined) return { ofMe: isMe(addressee), of: addressee };
  const above = addressAbove(mail.text, place);
  const { to = [], cc = [] } = mail.head;
  const inTo = to.some((one) => namesOneOf(one, me));
  const inCc = cc.some((one) => namesOneOf(one, me));
  if (above === "everybody") return { ofMe: !mail.isMine && (inTo || !inCc) };
  if (above !== undefined) {
    const of = bareName(above);
    return { ofMe: isMe(above), ...(of === "" ? {} : { of }) };
  }
  if (mail.isMine) {
    const of = hintIn(mail, hint) ?? nameIn(to[0]) ?? previousWriter(mail, mails);
    return { ofMe: false, ...(of === undefined ? {} : { of }) };
  }
  if (inTo) return { ofMe: true };
  if (inCc || (to.length > 0 && me.length > 0)) {
    const of = nameIn(to[0]);
    return { ofMe: false, ...(of === undefined ? {} : { of }) };
  }
  const named = hintIn(mail, hint);
  if (named !== undefined) return { ofMe: isMe(named), of: named };
  const previous = mails.slice(0, mail.place).findLast(({ writer }) => writer !== mail.writer);
  const readerWrote = mails.some(({ isMine }) => isMine);
  // In a thread of others that the reader joined later, an older mail answers the one before it.
  if (previous === undefined || previous.isMine || !readerWrote || mail.place === mails.length - 1)
    return { ofMe: true };
  return { ofMe: false, ...(previous.writer === "" ? {} : { of: previous.writer }) };
}

/** Whom the last line of address above a place names. */
function addressAbove(text: string, place: number): string | undefined {
  const lines = text.slice(0, place).split("\n");
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index]!;
    if (line.length > 40 || !vocative.test(line)) continue;
    // Lines of address at the top belong together: 「○○省」 above 「○○課　中村様」.
    const beforeIsHead = lines
      .slice(0, index)
      .every((one) => one.trim().length < 25 && !/[。．.!！?？]\s*$/u.test(one));
    if (!beforeIsHead) return /各位/.test(line) ? "everybody" : vocative.exec(line)!.groups!.name;
  }
  const salutation = salutationOf(text);
  return typeof salutation === "object" ? salutation.names : salutation;
}

/** 「石川さん（cc：久保さん）」 addresses the one before the brackets. */
function withoutCopies(words: string): string {
  return words
    .replace(/[（(][^（()）]*(?:cc|CC|Cc|写し)[^（()）]*[)）]/gu, "")
    .replace(/(?:cc|CC|Cc|写し?)\s*[:：][^\n]*/gu, "");
}

function bareName(words: string): string {
  return withoutCopies(words)
    .replace(/^(?:Dear|Hi|Hello|To|Good (?:morning|afternoon))\s+|[,:]\s*$/g, "")
    .replace(/\s*\n\s*/g, "、")
    .trim();
}

/** What the model says counts only where the mail has the name. */
function hintIn(mail: ThreadMail, hint: string | undefined): string | undefined {
  if (hint === undefined || hint.trim() === "") return undefined;
  const plain = (text: string): string => foldWidth(text).replace(/\s+/g, "").toLowerCase();
  return plain(mail.text).includes(plain(hint)) && !namesOneOf(mail.writer, [hint]) ? hint.trim() : undefined;
}

function nameIn(address: string | undefined): string | undefined {
  const name = address
    ?.replace(/<[^>]*>/g, "")
    .replace(/^"|"$/g, "")
    .trim();
  return name === undefined || name === "" ? undefined : name;
}

function previousWriter(mail: ThreadMail, mails: readonly ThreadMail[]): string | undefined {
  const writer = mails.slice(0, mail.place).findLast((one) => !one.isMine)?.writer;
  return writer === undefined || writer === "" ? undefined : writer;
}
