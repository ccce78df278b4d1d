export interface MailPerson {
  readonly name: string;
  readonly address: string;
}

/** True when both are the same mailbox: addresses tell, in any letter case; names do not. */
export function samePerson(one: MailPerson, other: MailPerson): boolean {
  return one.address !== "" && one.address.toLowerCase() === other.address.toLowerCase();
}
