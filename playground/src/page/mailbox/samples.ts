import type { MailPerson } from "@genai-office/office-host/outlook";

export interface MailSamples {
  readonly owner: MailPerson;
  readonly mails: readonly { readonly file: string; readonly isRead: boolean }[];
}

/** Whose mailbox it is, and which mails are in it. @throws Error when the server does not say */
export async function loadMailSamples(): Promise<MailSamples> {
  const response = await fetch("samples/mail/index.json", { cache: "no-store" });
  if (!response.ok) throw new Error(`samples/mail: HTTP ${response.status}`);
  return (await response.json()) as MailSamples;
}

/** One of them as its file. @throws Error when the server does not have it */
export async function loadMailSample(file: string): Promise<Uint8Array> {
  const response = await fetch(`samples/mail/${encodeURIComponent(file)}`);
  if (!response.ok) throw new Error(`samples/mail/${file}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
