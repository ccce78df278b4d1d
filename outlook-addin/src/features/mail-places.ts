import type { MailReading } from "../mailbox";

/** Every place of a message where a marking may stand. */
export function placesOfMail(mail: MailReading) {
  const body = mail.blocks.map((block) => block.text);
  return { headers: [], footers: [], firstPage: [], fileName: "", subject: mail.subject, body, labels: mail.labels };
}
