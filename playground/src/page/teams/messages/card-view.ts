import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction, type Action } from "adaptivecards";
import { element } from "../../mailbox/element";
import { texts } from "../texts";
import { isRecord } from "../wire";
import { cardStyle } from "./card-style";
import { safeCardHtml } from "./markdown";

/** What people do with a card. */
export interface CardActions {
  submit(data: Readonly<Record<string, unknown>>): void;
  execute(verb: string, data: unknown): void;
  openUrl(address: string): void;
}

// The renderer shows words as they are unless somebody reads their Markdown; it puts what comes back into the page.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = safeCardHtml(text);
  result.didProcess = true;
};

/** An Adaptive Card, drawn by the standard renderer. What it cannot draw shows its own words for that case. */
export function drawCard(content: unknown, actions: CardActions): HTMLElement {
  const frame = element("div", "card");
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", texts.card);
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(cardStyle);
  card.onExecuteAction = (action) => perform(action, actions);
  // The renderer would follow a link in a text by itself.
  card.onAnchorClicked = (_element, anchor) => {
    actions.openUrl(anchor.href);
    return true;
  };
  try {
    if (isRecord(content)) card.parse(content);
    frame.append((isRecord(content) ? card.render() : undefined) ?? fallback(content));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Whatever a bot sends as a card, the chat goes on.
    frame.replaceChildren(fallback(content));
  }
  return frame;
}

function perform(action: Action, { submit, execute, openUrl }: CardActions): void {
  if (action instanceof ExecuteAction) execute(action.verb, action.data);
  else if (action instanceof SubmitAction) submit(isRecord(action.data) ? action.data : {});
  else if (action instanceof OpenUrlAction) openUrl(action.url ?? "");
}

function fallback(content: unknown): HTMLElement {
  const words = isRecord(content) && typeof content["fallbackText"] === "string" ? content["fallbackText"] : "";
  return element("p", "", words === "" ? texts.cardUnreadable : words);
}
