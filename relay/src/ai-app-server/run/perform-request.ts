import { createHash } from "node:crypto";
import { mergeGlossaries } from "@genai-office/shared/glossary";
import { inheritedMark } from "@genai-office/shared/guards";
import { createFallbackRunner } from "@genai-office/shared/models";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { todayInJapan } from "../../policy/accept-step";
import type { Caller } from "../../policy/caller";
import type { RelayServices } from "../../server/relay-services";
import { answerMarkdown } from "../answer/app-answer";
import type { AiApp, AppRequest } from "../apps/ai-app";
import { admitRequest } from "../gate/admit-request";
import { judgeSources } from "../gate/judge-sources";
import type { JobWork } from "../jobs/job-desk";
import { gatedRunner } from "./gated-runner";

export interface RequestToPerform {
  app: AiApp;
  request: AppRequest;
  confirmed: boolean;
  /** Id of a model, "" for the catalogue's choice. */
  wanted: string;
  caller: Caller;
  requestId: string;
  /** Of the HTTP request: one that has gone away is not judged to its end. */
  signal?: AbortSignal;
}

/**
 * Lets a request through the gate and gives back the work that is left: nothing has been sent by then.
 * @throws GenaiError of the gate
 */
export async function admitWork(services: RelayServices, asked: RequestToPerform): Promise<JobWork> {
  const { app, request, confirmed, caller, requestId } = asked;
  const { documents } = request;
  const catalogue = services.catalogueFor(caller.section);
  const judgement = await judgeSources(request, asked.signal);
  const card = admitRequest(catalogue, {
    task: app.task,
    judgement,
    confirmed,
    wanted: asked.wanted,
    today: todayInJapan(),
  });
  const text = documents.flatMap(({ blocks }) => blocks.map((block) => block.text)).join("\n");
  const documentHash = createHash("sha256").update(text).digest("hex");

  return async (signal, report) => {
    const cardOf = (id: string) => catalogue.models.find((candidate) => candidate.id === id);
    const switches: { from: ReturnType<typeof cardOf>; to: ReturnType<typeof cardOf> }[] = [];
    const cards = catalogue.models.map((known) => services.ratios.corrected(known));
    const runner = createFallbackRunner({ runner: gatedRunner(services, caller, requestId), cards });
    const { class: declaredClass } = judgement;
    const measured = services.ratios.corrected(card);
    const glossary = mergeGlossaries(services.settings().glossaries);
    const context = {
      card: measured,
      others: cards,
      declaredClass,
      confirmed,
      documentHash,
      ...(glossary === undefined ? {} : { glossary }),
      runner,
      signal,
    };
    for await (const event of request.start(context)) {
      if (event.type === "progress") await report(`${event.done}/${event.total}`);
      else if (event.type === "model-switched") switches.push({ from: cardOf(event.from), to: cardOf(event.to) });
      else if (event.type === "failed") throw event.error;
      else if (event.type === "aborted") throw new GenaiError("aborted", "the task was cancelled");
      else if (event.type === "completed") {
        const mark = inheritedMark(judgement.class, judgement.markings);
        const origin = { task: app.task, card, switches, mark, documents };
        return answerMarkdown(event.result, origin);
      }
    }
    throw new GenaiError("internal", "the task ended without an outcome");
  };
}
