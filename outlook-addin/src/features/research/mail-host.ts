import type { ResearchHost } from "@genai-office/shared/pane/research";
import type { MailSelection } from "../selection/mail-selection";
import { placesOfMail } from "../mail-places";

/** What the message that is shown lends to 調べる: its text, and that of no other. Nothing is ever written into it. */
export function mailHost(selection: Pick<MailSelection, "read">): ResearchHost {
  return {
    source: "mail",
    async take(signal) {
      const mail = await selection.read(signal);
      const text = mail.blocks.map((block) => block.text).filter((line) => line.trim() !== "");
      return { text: text.join("\n"), places: placesOfMail(mail) };
    },
  };
}
