import type { ReplyTone } from "@genai-office/shared/vocabulary";
import type { MailPerson, MailReading } from "../../mailbox";

function domainOf({ address }: MailPerson): string {
  return address
    .slice(address.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
}

/** True for the own domain, one below it, and the one it is below. */
function isInside(domain: string, own: string): boolean {
  return domain === own || domain.endsWith(`.${own}`) || own.endsWith(`.${domain}`);
}

/** 最も丁寧（省外） as soon as one of those who get the reply is outside of the own domain; nobody known counts as outside. */
export function toneFor(
  { kind, from, to, cc }: Pick<MailReading, "kind" | "from" | "to" | "cc">,
  owner: MailPerson,
  all: boolean,
): ReplyTone {
  const own = domainOf(owner);
  const received = [...(from === undefined ? [] : [from]), ...(all ? [...to, ...cc] : [])];
  const people = kind === "draft" ? [...to, ...cc] : received;
  const others = people.filter(
    ({ address }) => address.includes("@") && address.toLowerCase() !== owner.address.toLowerCase(),
  );
  if (own === "" || others.length === 0) return "formal";
  return others.every((person) => isInside(domainOf(person), own)) ? "polite" : "formal";
}
