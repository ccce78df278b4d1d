import type { MessageHead } from "@genai-office/shared/tasks";
import type { MailPerson } from "../../mailbox";
import type { MailSource } from "../parts/mail-source";

function person({ name, address }: MailPerson): string {
  return [name, address].filter((part) => part !== "").join(" ");
}

/** Heads of the mails, which do not leave: they tell who asks whom, and when. The writer of words without a head is nobody known: "". */
export function headsOf({ messages, reading }: MailSource): Record<string, MessageHead> {
  return Object.fromEntries(
    messages.map(({ id, from, day, quotes }) => [
      id,
      {
        from: from === undefined ? "" : person(from),
        ...(day === "" ? {} : { date: day }),
        ...(quotes ? {} : { to: reading.to.map(person), cc: reading.cc.map(person) }),
      },
    ]),
  );
}
