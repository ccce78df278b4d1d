import { join } from "node:path";
import { readThread, type MailThread } from "@genai-office/shared/mail/thread";
import { markedMails, packed } from "../../../support/marked-mail";

const folder = join(__dirname, "../../../fixtures/mail");

function quotedMessages(thread: MailThread): string[] {
  return thread.messages.slice(1).map(({ author, date }) => {
    const name = author?.name ?? "";
    const address = author?.address ? `<${author.address}>` : "";
    return `${[name, address].filter((part) => part !== "").join(" ")} | ${date ?? ""}`.trim();
  });
}

describe.each(["layouts", "unseen", "first-sight"])("mails of the usual programs (%s)", (set) => {
  const mails = markedMails(join(folder, set));

  it.each(mails.map((mail) => [mail.name, mail] as const))("%s", (_name, mail) => {
    const thread = readThread({ text: mail.body });
    expect({
      newest: packed(thread.newest),
      signature: packed(thread.signature),
      quoted: packed(thread.quoted),
      messages: quotedMessages(thread),
    }).toEqual({
      newest: mail.newest,
      signature: mail.signature,
      quoted: packed(mail.quoted.replace(/\ufeff/g, "")),
      messages: mail.quotedMessages,
    });
  });
});
