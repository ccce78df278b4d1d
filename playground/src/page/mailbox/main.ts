import fontStyle from "../fonts.css";
import narrowStyle from "../narrow.css";
import pageStyle from "../page.css";
import { loadConfig } from "../server-config";
import { Messages } from "../shell/messages";
import { findMailElements } from "./mail-elements";
import { MailboxPage } from "./mailbox-page";
import mailboxStyle from "./mailbox.css";
import { loadMailSamples } from "./samples";
import { notices, texts } from "./texts";

for (const text of [fontStyle, pageStyle, narrowStyle, mailboxStyle]) {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
}

document.documentElement.dataset["styled"] = "";

async function main(): Promise<void> {
  const elements = findMailElements();
  try {
    const [config, samples] = await Promise.all([loadConfig(), loadMailSamples()]);
    await new MailboxPage(elements, config, samples).start();
  } catch (error) {
    new Messages(elements.messages).error(
      notices.notStarted,
      texts.detail(error instanceof Error ? error.name : "Error"),
    );
  }
}

void main();
