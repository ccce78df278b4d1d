import { samePerson, type Mail, type MailPerson, type NewMail } from "@genai-office/office-host/outlook";

/**
 * Whom a dropped mail was written to, when it was not to the person whose mailbox this is: the first whom it addresses. To that
 * person its requests are requests, to everybody else they are somebody else's. Undefined where the owner is addressed, has
 * written it, or nobody is named.
 */
export function otherReader({ from, to = [], cc = [] }: NewMail, owner: MailPerson): MailPerson | undefined {
  const everybody = [...(from === undefined ? [] : [from]), ...to, ...cc];
  if (everybody.some((person) => samePerson(person, owner))) return undefined;
  return [...to, ...cc].find(({ address }) => address !== "");
}

/** Everybody who can be the reader: the owner first, then whom the mails of the inbox address, each once. */
export function readersOf(mails: readonly Mail[], owner: MailPerson): MailPerson[] {
  const readers: MailPerson[] = [owner];
  for (const mail of mails)
    for (const person of [...mail.to, ...mail.cc])
      if (person.address !== "" && !readers.some((known) => samePerson(known, person))) readers.push(person);
  return readers;
}

/** As a person is called on the page. */
export function calledBy({ name, address }: MailPerson): string {
  return name || address;
}
