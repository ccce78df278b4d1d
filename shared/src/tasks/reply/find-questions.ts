import type { Block } from "../../vocabulary";
import { namesOneOf } from "../requests/person-names";
import { findRequests, type FoundRequest } from "../requests/find-requests";

/** What a mail asks of its reader: a question, or something to do. */
export type MailQuestion = Pick<FoundRequest, "text" | "blockId" | "addressee">;

/**
 * What one mail asks, in order, each once; quoted earlier mails and signatures are not read. What its sentence asks of somebody
 * else by name (`isForOthers`) is among it: client and relay number the same questions, whatever names are masked between them.
 */
export function findQuestions(block: Pick<Block, "id" | "text">): MailQuestion[] {
  return findRequests(block).map(({ text, blockId, addressee }) => ({
    text,
    blockId,
    ...(addressee === undefined ? {} : { addressee }),
  }));
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
  const plain = addressee.replace(/(?:さん|様|氏|殿|先生|くん)$/u, "");
  return namesOneOf(addressee, names) || (plain.length > 1 && sender.replace(/[\s\u3000]+/g, "").includes(plain));
}
