import { gate } from "../../../../shared/src/pane/summary/gate";
import type { ResearchBackend } from "@genai-office/shared/pane/research";
import type { AppList } from "@genai-office/shared/relay-client";
import type { GenaiError } from "@genai-office/shared/vocabulary";
import {
  type AppCard,
  type GenerateEvent,
  type ModelCard,
  type ResearchStep,
  type RunReport,
} from "@genai-office/shared/vocabulary";
import { modelCard } from "../render-pane";

/** An app with a field of text; what is not said is ordinary. */
export function appCard(values: Partial<AppCard> = {}): AppCard {
  return {
    id: "law",
    service: "apps",
    name: "法制度調査",
    description: "法令を調べて、出典を付けて答えます。",
    howToUse: "",
    fields: [{ key: "input_text", type: "textarea", title: "質問", required: true }],
    maximumPayloadBytes: 6_000_000,
    keepsConversation: false,
    ...values,
  };
}

export const service: ModelCard = modelCard({
  id: "apps",
  name: { ja: "GENAI のAIアプリ", en: "AI apps of GENAI" },
  contract: "exapps",
  tasks: ["research"],
});

interface Run {
  step: ResearchStep;
  signal: AbortSignal;
  emit(...events: GenerateEvent[]): void;
}

/** The real gate, and apps whose events the test hands out one by one. */
export class ScriptedApps implements ResearchBackend {
  readonly judge = gate.judge;
  readonly refusal = gate.refusal;
  runs: Run[] = [];
  looks = 0;
  list: AppList = {
    services: [{ id: "apps", name: { ja: "GENAI のAIアプリ", en: "AI apps of GENAI" } }],
    apps: [appCard()],
  };
  card: ModelCard | undefined = service;
  failure: GenaiError | undefined;
  started: string[] = [];
  finished: { connection: string; state: string; code: string }[] = [];

  apps(): Promise<AppList> {
    this.looks += 1;
    return this.failure === undefined ? Promise.resolve(this.list) : Promise.reject(this.failure);
  }

  models() {
    return Promise.resolve({ models: this.card === undefined ? [] : [this.card], defaultModel: "" });
  }

  async *run(step: ResearchStep, signal: AbortSignal): AsyncGenerator<GenerateEvent> {
    const queue: GenerateEvent[] = [];
    let wake: (() => void) | undefined;
    const emit = (...events: GenerateEvent[]) => {
      queue.push(...events);
      wake?.();
    };
    this.runs.push({ step, signal, emit });
    signal.addEventListener("abort", () => emit({ type: "aborted", partial: "" }));
    for (;;) {
      const event = queue.shift();
      if (event === undefined) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      yield event;
      if (event.type === "finished" || event.type === "failed" || event.type === "aborted") return;
    }
  }

  reports: RunReport[] = [];
  report(report: RunReport): void {
    this.reports.push(report);
  }

  readonly connections = {
    list: () => Promise.resolve([{ name: "genai", signedIn: false }]),
    start: (connection: string) => {
      this.started.push(connection);
      return Promise.resolve({ openUrl: "https://relay.example/api/connections/open/genai?to=x", state: "state-1" });
    },
    finish: (connection: string, answer: { state: string; code: string }) => {
      this.finished.push({ connection, ...answer });
      this.list = { ...this.list, services: [{ id: "apps", name: this.list.services[0]!.name }], apps: [appCard()] };
      return Promise.resolve();
    },
  };
}
