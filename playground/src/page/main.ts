import documentStyle from "./document.css";
import fontStyle from "./fonts.css";
import pageStyle from "./page.css";
import narrowStyle from "./narrow.css";
import { detailFor } from "./open-file";
import { Page } from "./page";
import { loadConfig, loadSamples } from "./server-config";
import { Messages } from "./shell/messages";
import { findPageElements } from "./shell/page-elements";
import { notices } from "./texts";

for (const text of [fontStyle, pageStyle, narrowStyle, documentStyle]) {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
}

document.documentElement.dataset["styled"] = "";

async function main(): Promise<void> {
  const elements = findPageElements();
  try {
    const [config, samples] = await Promise.all([loadConfig(), loadSamples()]);
    await new Page(elements, config, samples).start(config, samples);
  } catch (error) {
    new Messages(elements.messages).error(notices.notStarted, detailFor(error));
  }
}

void main();
