import { salutationOf } from "../requests/addressee";
import { inlineAnswers } from "../requests/own-words";
import { isPerson, namesOneOf } from "../requests/person-names";
import { squeezed } from "./about-share";
import type { ThreadMail } from "./thread-messages";

/** Shorter quotes are found in much. */
const shortestQuote = 6;

/**
 * Who wrote words that stand without a head in a mail that answers them one by one: whoever that mail is written to. Marks of quoting
 * alone name nobody.
 */
export function writerOfQuoted(
  { place, text }: ThreadMail,
  mails: readonly ThreadMail[],
  me: readonly string[],
): Pick<ThreadMail, "quotedBy" | "isMine" | "writer"> | undefined {
  const plain = squeezed(text);
  const answer = mails.slice(place + 1).find((other) =>
    inlineAnswers(other.text).some(({ quoted }) => {
      const words = squeezed(quoted);
      return words.length >= shortestQuote && plain.includes(words);
    }),
  );
  if (answer === undefined) return undefined;
  const { writer, isMine } = answer;
  const isReaders = !isMine && isToReader(answer, me);
  const [to = "", ...more] = answer.head.to ?? [];
  const other = isReaders ? me[0]! : more.length === 0 ? to.replace(/<[^>]*>|[\w.+-]+@[\w.-]+/g, "").trim() : "";
  return { quotedBy: { writer, isMine }, isMine: isReaders, writer: other };
}

/** The only one in To, or the one of them whom it addresses. */
function isToReader({ text, head: { to = [] } }: ThreadMail, me: readonly string[]): boolean {
  if (me.length === 0) return false;
  if (to.length > 0 && !to.some((one) => isPerson(one, me))) return false;
  if (to.length === 1) return true;
  const salutation = salutationOf(text);
  return typeof salutation === "object" && me.some((name) => namesOneOf(salutation.names, [name]));
}
