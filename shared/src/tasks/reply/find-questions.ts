import type { Block } from "../../vocabulary";
import { addressAbove } from "../requests/address-above";
import { cutMail } from "../requests/cut-mail";
import { newestWords } from "../requests/own-words";
import { numberBefore } from "../requests/list-marks";
import { namesOneOf } from "../requests/person-names";
import { everyRequest, mostRequests, type FoundRequest } from "../requests/find-requests";

/** What a mail asks of its reader: a question, or something to do. */
export interface MailQuestion extends Pick<FoundRequest, "text" | "blockId" | "addressee"> {
  /** The number that the mail sets before it: 「(2)」, 「問２」, ②. */
  number?: number;
}

/**
 * What one mail asks, in order, each once, `mostRequests` at most; quoted earlier mails and signatures are not read. What its sentence asks of somebody
 * else by name (`isForOthers`) is among it: client and relay number the same questions, whatever names are masked between them.
 */
export function findQuestions(block: Pick<Block, "id" | "text">): MailQuestion[] {
  return everyQuestion(block).slice(0, mostRequests);
}

/** The same without a limit. */
export function everyQuestion(block: Pick<Block, "id" | "text">): MailQuestion[] {
  const questions: MailQuestion[] = [];
  const words = newestWords(block.text);
  const sentences = new Map(cutMail(words).map((cut) => [cut.text, cut]));
  for (const { text, blockId, addressee: named, sentence } of everyRequest(block)) {
    const place = sentences.get(sentence ?? text);
    const addressee = named ?? calledAbove(words, place?.start);
    const number = numberBefore(place?.line ?? "");
    const last = questions.at(-1);
    // What one sentence asks of several people is one question, and theirs all: names may be masked.
    if (sentence !== undefined && last?.text === sentence) {
      last.addressee = [last.addressee, addressee].filter((name) => name !== undefined).join("、");
    } else {
      questions.push({
        text: sentence ?? text,
        blockId,
        ...(addressee === undefined ? {} : { addressee }),
        ...(number === undefined ? {} : { number }),
      });
    }
  }
  return questions;
}

/** 「川口さん」 on a line of its own above what is asked; the 宛名 of the mail is no such line. */
function calledAbove(words: string, place: number | undefined): string | undefined {
  const address = place === undefined ? undefined : addressAbove(words, place);
  return typeof address === "object" && !address.isSalutation ? address.words : undefined;
}

/**
 * True where a question names somebody else than the person who answers: a reply need not answer it.
 * @param sender name and office of the person who answers; nobody else is known to be meant where it is left out
 */
export function isForOthers({ addressee }: MailQuestion, sender: string | undefined): boolean {
  const me = (sender ?? "").trim();
  return addressee !== undefined && me !== "" && !isOneOf(addressee, me);
}

/** Signatures name office and person on lines of their own; a surname alone (佐藤さん) means the person. */
function isOneOf(addressee: string, sender: string): boolean {
  const names = [sender, ...sender.split(/[\r\n、,/]+/)].map((name) => name.trim()).filter((name) => name !== "");
  const own = sender.replace(/[\s\u3000]+/g, "");
  return addressee.split(/[、，・]|及び|並びに/u).some((one) => {
    const plain = one.replace(/(?:さん|様|氏|殿|先生|くん)$/u, "");
    return namesOneOf(one, names) || (plain.length > 1 && own.includes(plain));
  });
}
