import { admit, judgePlaces } from "@genai-office/shared/guards";
import { createTableTranslator, errorText, type TableTranslator, type Translator } from "@genai-office/shared/i18n";
import type { AppList, RelayClient } from "@genai-office/shared/relay-client";
import { GenaiError, type AppCard } from "@genai-office/shared/vocabulary";
import type { Outgoing } from "../../channel/outgoing";
import { answerMessages } from "./answer-text";
import { fillQuestion, isForChat } from "./question-form";
import { chooseApp } from "./read-research";
import { researchTexts, type ResearchKey } from "./research-texts";
import { runResearch } from "./run-research";

/** Questions of one person that are worked on at the same time. */
const maximumRunning = 3;

/** One message that asks for research. */
export interface ResearchMessage {
  /** What stands behind the command. */
  request: string;
  /** Stable id of who asks. */
  person: string;
  /** The relay, as this person. */
  relay: RelayClient;
  translate: Translator;
  /** Posts something before the answer is there. */
  post(message: Outgoing): Promise<void>;
}

/** Answers a research message; throws GenaiError for what is told by its code. */
export type Research = (message: ResearchMessage, signal: AbortSignal) => Promise<Outgoing>;

/**
 * Research by AI apps in a one-to-one chat: the list of apps, or one app asked one question. Waits are held by this process
 * alone: what is not answered when it ends is lost.
 */
export function createResearch(): Research {
  const running = new Map<string, number>();

  return async ({ request, person, relay, translate, post }, signal) => {
    const text = createTableTranslator(researchTexts, translate.locale);
    const list = await relay.fetchApps(signal);
    if (request === "") return plain(listText(list, text, translate));
    const { app, name, question } = chooseApp(request, list.apps);
    if (app === undefined) return plain(text("unknown", { name }));
    if (app.obstacle !== undefined) return plain(`${app.name}${text("cannotRun")}`);
    if (question === "") return plain(text("noQuestion", { app: app.name, number: list.apps.indexOf(app) + 1 }));
    const form = fillQuestion(app, question);
    if (form.kind === "pane") return plain(text("usePane", { app: app.name }));
    if (form.kind === "problem") return plain(problemText(form.problem.code, form.problem.values, text));
    const declaredClass = await admitted(app, question, relay, signal);
    const count = running.get(person) ?? 0;
    if (count >= maximumRunning) return plain(text("busy", { count }));
    running.set(person, count + 1);
    try {
      await post(plain(text("started", { app: app.name })));
      const answer = await runResearch(
        relay,
        { app, inputs: form.inputs, declaredClass, confirmed: false },
        () => post(plain(text("accepted", { app: app.name }))),
        signal,
      );
      const messages = answerMessages(app.name, answer.text, answer.files, text);
      for (const part of messages.slice(0, -1)) await post({ text: part, generated: true });
      return { text: messages.at(-1) ?? text("label", { app: app.name }), generated: true };
    } finally {
      const left = (running.get(person) ?? 1) - 1;
      if (left === 0) running.delete(person);
      else running.set(person, left);
    }
  };
}

function plain(text: string): Outgoing {
  return { text, generated: false };
}

/** The gate of the bot: nobody is asked here whether a doubtful marking may leave. */
async function admitted(app: AppCard, question: string, relay: RelayClient, signal: AbortSignal) {
  const { models } = await relay.fetchModels(signal);
  const card = models.find(({ id }) => id === app.service);
  if (card === undefined) throw new GenaiError("no-model", "the relay does not list the service of the app");
  const judgement = judgePlaces({ headers: [], footers: [], firstPage: [], fileName: "", body: [question] });
  const admission = admit(judgement, card, false);
  if (!admission.allowed) throw new GenaiError(admission.code, "the gate refused the question");
  return judgement.class;
}

function listText({ apps, services }: AppList, text: TableTranslator<ResearchKey>, translate: Translator): string {
  const lines = apps.map((app, index) => {
    const values = { number: index + 1, name: app.name, team: app.team ?? "" };
    const line = text(app.team === undefined ? "item" : "itemOfTeam", values);
    if (app.obstacle !== undefined) return line + text("cannotRun");
    return isForChat(app) ? line : line + text("paneOnly");
  });
  const notes = services.flatMap(({ name, signInNeeded, error }) => {
    const service = translate.locale === "en" ? name.en : name.ja;
    if (signInNeeded !== undefined) return [text("signIn", { service })];
    if (error === undefined) return [];
    return [`${text("serviceFailed", { service })} ${errorText(translate, error)}`];
  });
  return [text(apps.length === 0 ? "none" : "list"), ...(apps.length === 0 ? [] : [lines.join("\n")]), ...notes].join(
    "\n\n",
  );
}

function problemText(
  code: string,
  { minimum = 0, maximum = 0 }: Record<string, string | number>,
  text: TableTranslator<ResearchKey>,
): string {
  return code === "too-short" ? text("tooShort", { minimum }) : text("tooLong", { maximum });
}
