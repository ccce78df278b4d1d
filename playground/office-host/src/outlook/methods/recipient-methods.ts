import { wirePerson } from "../initial-data";
import { MailboxError, mailboxError } from "../mailbox-error";
import type { MailPerson } from "../store";
import { done, draftOf, type MethodParameters, type RunMethod } from "./method";

const mostRecipients = 500;
/** office.js numbers the fields: `RecipientFields`. */
const fields = ["to", "cc", "bcc"] as const;

export const recipientMethods: Readonly<Record<number, RunMethod>> = {
  15: (call) => ({ data: draftOf(call)[field(call.parameters)].map((person) => wirePerson(person, call.mailbox)) }),
  21: (call) => {
    const draft = draftOf(call);
    const name = field(call.parameters);
    const people = recipients(call.parameters);
    requireRoom(fields.reduce((sum, other) => sum + (other === name ? people : draft[other]).length, 0));
    call.mailbox.store.changeDraft(draft.id, { [name]: people });
    return done;
  },
  22: (call) => {
    const draft = draftOf(call);
    const name = field(call.parameters);
    const added = recipients(call.parameters);
    requireRoom(fields.reduce((sum, other) => sum + draft[other].length, added.length));
    call.mailbox.store.changeDraft(draft.id, { [name]: [...draft[name], ...added] });
    return done;
  },
  107: ({ mailbox }) => ({ data: wirePerson(mailbox.owner, mailbox) }),
};

function field(parameters: MethodParameters): (typeof fields)[number] {
  const name = fields[Number(parameters["recipientField"])];
  if (name === undefined) throw new MailboxError(mailboxError.invalidParameterValue);
  return name;
}

function requireRoom(count: number): void {
  if (count > mostRecipients) throw new MailboxError(mailboxError.numberOfRecipientsExceeded);
}

/** People as office.js sends them: either of name and address may be missing. Nobody with an address among them is an error. */
function recipients(parameters: MethodParameters): MailPerson[] {
  const list = parameters["recipientArray"] as readonly { address?: string | null; name?: string | null }[];
  const people = list.map(({ address, name }) => ({ address: address || name || "", name: name || address || "" }));
  if (people.length > 0 && !people.some(({ address }) => address.includes("@")))
    throw new MailboxError(mailboxError.noValidRecipientsProvided);
  return people;
}
