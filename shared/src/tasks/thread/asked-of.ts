import { foldWidth } from "../../language";
import { addressAbove } from "../requests/address-above";
import { salutationOf } from "../requests/addressee";
import { isOfOtherScript, isPerson, matchOfName, namesOneOf } from "../requests/person-names";
import type { ThreadMail } from "./thread-messages";

/** Whom a request of a mail is put to. */
export interface Asked {
  ofMe: boolean;
  /** Who, in the words of the mail; left out where it does not say, and for everybody. */
  of?: string;
}

/** 「総務課　御中」, 「御担当者様」: no name of a person. */
const officeOnly =
  /^[^\n]{0,40}(?:課|室|係|局|部|省|庁|署|所|班|センター|事務局|団|会|社|院)[\s\u3000]*御中$|^[^\n]{0,30}(?:御|ご)?担当(?:者|の方)?[\s\u3000]*(?:様|殿|さま)?$/u;
const titleBehind = /(?:さん|様|氏|殿|先生|くん|課長|係長|部長|室長|局長|補佐|主査|主任)$/u;

/**
 * Whom a mail asks: whom the sentence itself names (「施設課におかれましては」), else whom the line above it or the 宛名 addresses, else
 * To and Cc, else who answers its words one by one, else whose mail it answers. What nothing tells is taken to be asked of the reader, because a request that
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
  const { to = [], cc = [] } = mail.head;
  const inTo = to.some((one) => isPerson(one, me));
  const inCc = cc.some((one) => isPerson(one, me));
  const above = addressAbove(mail.text, place);
  const isMe = (words: string): boolean => !mail.isMine && isReader(withoutCopies(words), mail, me);
  if (addressee !== undefined) return { ofMe: isMe(addressee) || isSaluted(addressee, mail, me), of: addressee };
  if (above === "everybody") return { ofMe: !mail.isMine && (inTo || !inCc) };
  if (above !== undefined) {
    const of = bareName(above.words);
    const ofMe = isMe(above.words) || (above.isSalutation && !mail.isMine && isAloneMeant(above.words, mail, me));
    return { ofMe, ...(of === "" ? {} : { of }) };
  }
  if (mail.quotedBy !== undefined) {
    const { isMine, writer } = mail.quotedBy;
    return { ofMe: isMine, ...(isMine || writer === "" ? {} : { of: writer }) };
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

/** Words name the reader, and nobody else of the mail's header whom they name better. */
function isReader(words: string, { head: { to = [], cc = [] } }: ThreadMail, me: readonly string[]): boolean {
  const matches = me.map((name) => matchOfName(words, name));
  if (matches.includes("whole")) return true;
  const others = (list: readonly string[]): string[] => list.filter((one) => !isPerson(one, me));
  if (matches.includes("part"))
    return to.some((one) => isPerson(one, me)) || !others(to).some((one) => matchOfName(words, one) !== undefined);
  if (!matches.includes("guessed")) return false;
  return !others([...to, ...cc]).some((one) => ["whole", "part"].includes(matchOfName(words, one) ?? ""));
}

/** A salutation in another script than the reader's name, or to an office, in a mail to nobody else. */
function isAloneMeant(words: string, { head: { to = [], cc = [] } }: ThreadMail, me: readonly string[]): boolean {
  if (to.length === 0 || !to.every((one) => isPerson(one, me))) return false;
  const plain = withoutCopies(words);
  if (cc.some((one) => !isPerson(one, me) && matchOfName(plain, one) !== undefined)) return false;
  return isOfOtherScript(plain, me) || officeOnly.test(plain.trim());
}

/** 「田中さんは」 below 「田中様」, which means the reader although it is in another script. */
function isSaluted(addressee: string, mail: ThreadMail, me: readonly string[]): boolean {
  const salutation = salutationOf(mail.text);
  if (mail.isMine || typeof salutation !== "object" || !isAloneMeant(salutation.names, mail, me)) return false;
  return isOfOtherScript(addressee, me) && namesOneOf(salutation.names, [addressee.replace(titleBehind, "")]);
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
