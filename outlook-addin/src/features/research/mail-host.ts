import type { ResearchHost } from "@genai-office/shared/pane/research";
import type { MailboxPort } from "../../mailbox";
import { placesOfMail } from "../mail-places";

/** What a message lends to 調べる: its text. Nothing is ever written into it. */
export function mailHost(mailbox: MailboxPort): ResearchHost {
  return {
    source: "mail",
    async take(signal) {
      const mail = await mailbox.readItem(signal);
      const text = mail.blocks.map((block) => block.text).filter((line) => line.trim() !== "");
      return { text: text.join("\n"), places: placesOfMail(mail) };
    },
  };
}
