import type { MailPerson } from "../../mailbox";

/** A name; of an address without one the part before the @. */
export function nameOf(person: MailPerson | undefined): string {
  if (person === undefined) return "";
  return person.name.trim() || person.address.split("@")[0]!;
}
