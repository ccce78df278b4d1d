import { act, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { EarlyStart } from "@genai-office/shared/pane";
import { App } from "../../../outlook-addin/src/App";
import type { MailReading } from "../../../outlook-addin/src/mailbox";
import { modelCard } from "../pane/render-pane";
import { ScriptedEngine } from "../pane/scripted-engine";
import { mail, MemoryMailbox } from "./memory-mailbox";
import { ScriptedMailEngine } from "./scripted-mail-engine";

/** The pane in a page without a layout, over a mailbox in memory and engines that answer as the test says. */
export interface OpenPane {
  mailbox: MemoryMailbox;
  /** Of 要約. */
  engine: ScriptedEngine;
  /** Of the tasks on mails. */
  mails: ScriptedMailEngine;
  user: ReturnType<typeof userEvent.setup>;
}

/** Knows every task of the pane, in both languages. */
const card = modelCard({ tasks: ["summarize", "thread", "reply", "translate"], languages: ["ja", "en"] });

export async function openPane(
  first: MailReading = mail("A", "【照会】予約の実績", "お世話になっております。", "11月20日までに回答してください。"),
  { boot, before, early }: { boot?: Error; before?: (mailbox: MemoryMailbox) => void; early?: EarlyStart } = {},
): Promise<OpenPane> {
  const mailbox = new MemoryMailbox(first);
  before?.(mailbox);
  const engine = new ScriptedEngine();
  const mails = new ScriptedMailEngine();
  const services = {
    connect: () =>
      boot === undefined
        ? Promise.resolve({ port: mailbox, language: "ja-JP", theme: undefined })
        : Promise.reject(boot),
    models: () => Promise.resolve({ models: [card], defaultModel: "model-a" }),
    gate: () => Promise.resolve(engine),
    engine: () => Promise.resolve(engine),
    mailEngine: () => Promise.resolve(mails),
    relayIsHere: false,
    research: () => Promise.reject(new Error("no apps in this test")),
    openSignIn: () => Promise.resolve(undefined),
    signIn: () => Promise.resolve(true),
    ...(early === undefined ? {} : { early }),
  };
  await act(async () => {
    render(<App services={services} pageLanguage="ja" />);
  });
  return { mailbox, engine, mails, user: userEvent.setup() };
}

export const part = (name: string) => document.querySelector<HTMLElement>(`[data-part=${name}]`);

export const select = (pane: OpenPane, ...selection: Parameters<MemoryMailbox["select"]>) =>
  act(async () => pane.mailbox.select(...selection));
