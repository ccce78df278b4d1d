import { randomUUID } from "node:crypto";
import { admit, judgePlaces } from "@genai-office/shared/guards";
import { createTableTranslator, errorText, type TableTranslator, type Translator } from "@genai-office/shared/i18n";
import type { AppList, RelayClient } from "@genai-office/shared/relay-client";
import type { ResearchRequest } from "@genai-office/shared/tasks/research";
import { GenaiError, type AppCard } from "@genai-office/shared/vocabulary";
import { escapeMarkdown } from "../../escape-markdown";
import { fillQuestion, isForChat } from "./question-form";
import { chooseApp } from "./read-research";
import { researchTexts, type ResearchKey } from "./research-texts";

/** What becomes of a research message: something to be said at once, or one app to be asked one question. JSON. */
export type ResearchPlan =
  | { kind: "say"; text: string }
  | {
      kind: "ask";
      /** Name of the app. */
      app: string;
      /** With the session by which the app knows the question. */
      request: ResearchRequest;
    };

/**
 * Reads a research message: the list of apps, what is missing, or which app is asked what.
 * @param message what stands behind the command
 * @throws GenaiError of the relay and of the gate
 */
export async function planResearch(
  message: string,
  relay: RelayClient,
  translate: Translator,
  signal: AbortSignal,
): Promise<ResearchPlan> {
  const text = createTableTranslator(researchTexts, translate.locale);
  const say = (words: string): ResearchPlan => ({ kind: "say", text: words });
  const list = await relay.fetchApps(signal);
  if (message === "") return say(listText(list, text, translate));
  const { app, name, question } = chooseApp(message, list.apps);
  if (app === undefined) return say(text("unknown", { name: escapeMarkdown(name) }));
  const shown = escapeMarkdown(app.name);
  if (app.obstacle !== undefined) return say(`${shown}${text("cannotRun")}`);
  if (question === "") return say(text("noQuestion", { app: shown, number: list.apps.indexOf(app) + 1 }));
  const form = fillQuestion(app, question);
  if (form.kind === "pane") return say(text("usePane", { app: shown }));
  if (form.kind === "problem") return say(problemText(form.problem.code, form.problem.values, text));
  const declaredClass = await admitted(app, question, relay, signal);
  const { id, service } = app;
  return {
    kind: "ask",
    app: app.name,
    request: {
      app: { id, service },
      inputs: form.inputs,
      declaredClass,
      confirmed: false,
      sessionId: randomUUID(),
    },
  };
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
    const values = { number: index + 1, name: escapeMarkdown(app.name), team: escapeMarkdown(app.team ?? "") };
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
