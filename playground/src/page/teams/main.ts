import fontStyle from "../fonts.css";
import pageStyle from "../page.css";
import { loadConfig } from "../server-config";
import { Messages } from "../shell/messages";
import { loadTeamsSamples } from "./samples";
import { teamsClient } from "./teams-client";
import { findTeamsElements } from "./teams-elements";
import { TeamsPage } from "./teams-page";
import cardStyle from "./messages/card.css";
import { warmUp } from "../warm-up";
import narrowTeamsStyle from "./narrow.css";
import narrowStyle from "../narrow.css";
import teamsStyle from "./teams.css";
import { notices, texts } from "./texts";

for (const text of [fontStyle, pageStyle, narrowStyle, teamsStyle, cardStyle, narrowTeamsStyle]) {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
}

document.documentElement.dataset["styled"] = "";

async function main(): Promise<void> {
  const elements = findTeamsElements();
  const messages = new Messages(elements.messages);
  try {
    const [config, samples] = await Promise.all([loadConfig(), loadTeamsSamples()]);
    warmUp(config.paneOrigin);
    // The first visit starts the bot.
    messages.progress(texts.starting);
    const state = await teamsClient.state();
    messages.clear();
    new TeamsPage(elements, config, state, samples).start(new URLSearchParams(location.search));
    document.documentElement.dataset["teams"] = "ready";
  } catch (error) {
    messages.error(notices.notStarted, texts.detail(error instanceof Error ? error.name : "Error"));
  }
}

void main();
