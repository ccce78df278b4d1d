import { element } from "../../mailbox/element";
import { drawCard } from "../messages/card-view";
import { notices, texts } from "../texts";
import { isRecord, type Outcome } from "../wire";
import { Dialog } from "./dialog";

export interface ActionDialogOptions {
  readonly title: string;
  /** Asks the bot: without data it opens the dialog, with data it is the dialog's answer. */
  readonly ask: (data?: Readonly<Record<string, unknown>>) => Promise<Outcome>;
  /** The bot gave a card for the box that one writes in. */
  readonly insert: (card: unknown) => void;
  readonly openUrl: (address: string) => void;
}

/** A message action: pages of the bot, until it gives a card for the box that one writes in, or is done. */
export async function runMessageAction({ title, ask, insert, openUrl }: ActionDialogOptions): Promise<void> {
  let isClosed = false;
  const dialog = new Dialog(title, () => (isClosed = true));
  await turn();

  async function turn(data?: Readonly<Record<string, unknown>>): Promise<void> {
    const busy = element("p", "working", texts.working);
    busy.setAttribute("role", "status");
    // The page that was pressed stays in view, and is no longer to be pressed.
    dialog.body.inert = true;
    dialog.body.append(busy);
    const outcome = await ask(data).catch((): Outcome => ({ status: null }));
    dialog.body.inert = false;
    busy.remove();
    if (!isClosed) show(outcome);
  }

  function show({ status, body }: Outcome): void {
    if (status !== 200) {
      const lines = [element("strong", "", notices.noAnswer.title), element("p", "", notices.noAnswer.advice)];
      const alert = element("div", "", ...lines);
      alert.setAttribute("role", "alert");
      return dialog.show(alert);
    }
    const page = pageOf(body);
    const inserted = insertedCard(body);
    if (inserted !== undefined) {
      dialog.close();
      insert(inserted);
    } else if (page === undefined) dialog.close();
    else {
      dialog.title = page.title;
      const actions = {
        submit: (data: Readonly<Record<string, unknown>>) => void turn(data),
        execute: () => undefined,
        openUrl,
      };
      dialog.show(drawCard(page.card, actions));
      dialog.body.querySelector<HTMLElement>("button, input, select")?.focus();
    }
  }
}

/** `task: { type: "continue", value: { title, card } }` (reference: Bot Framework, message extensions). */
function pageOf(body: unknown): { title: string; card: unknown } | undefined {
  const task = isRecord(body) ? body["task"] : undefined;
  const value = isRecord(task) && task["type"] === "continue" ? task["value"] : undefined;
  if (!isRecord(value) || !isRecord(value["card"])) return undefined;
  const { title } = value;
  return { title: typeof title === "string" ? title : "", card: value["card"]["content"] };
}

function insertedCard(body: unknown): unknown {
  const extension = isRecord(body) ? body["composeExtension"] : undefined;
  if (!isRecord(extension) || !Array.isArray(extension["attachments"])) return undefined;
  const [first] = extension["attachments"] as unknown[];
  return isRecord(first) ? first["content"] : undefined;
}
