import type { Block } from "../../vocabulary";
import { namesOneOf } from "../requests/addressee";
import { findRequests, type FoundRequest } from "../requests/find-requests";

/** What a mail asks of its reader: a question, or something to do. */
export type MailQuestion = Pick<FoundRequest, "text" | "blockId">;

/**
 * What one mail asks of whoever answers it, in order, each once; quoted earlier mails and signatures are not read. What its
 * sentence asks of somebody else by name is left to them.
 * @param sender name and office of the person who answers; all that is asked where it is left out
 */
export function findQuestions(block: Pick<Block, "id" | "text">, sender?: string): MailQuestion[] {
  const me = (sender ?? "").trim();
  return findRequests(block)
    .filter(({ addressee }) => addressee === undefined || me === "" || isOneOf(addressee, me))
    .map(({ text, blockId }) => ({ text, blockId }));
}

/** Signatures name office and person on lines of their own; a surname alone (佐藤さん) means the person. */
function isOneOf(addressee: string, sender: string): boolean {
  const names = [sender, ...sender.split(/[\r\n、,/]+/)].map((name) => name.trim()).filter((name) => name !== "");
  const plain = addressee.replace(/(?:さん|様|氏|殿|先生|くん)$/u, "");
  return namesOneOf(addressee, names) || (plain.length > 1 && sender.replace(/[\s\u3000]+/g, "").includes(plain));
}
