import type { ClientSettings, RelayClient } from "@genai-office/shared/relay-client";
import {
  GenaiError,
  type GenerateEvent,
  type Glossary,
  type RunReport,
  type Step,
} from "@genai-office/shared/vocabulary";
import { withRun } from "@genai-office/shared/tasks";
import type { RunningJob } from "../../../teams-bot/src/jobs/job-port";
import { performText } from "../../../teams-bot/src/conversations/text-work/perform-text";
import { testCard } from "../../support/test-step";

const glossary: Glossary = {
  id: "terms",
  version: "1",
  languages: ["ja", "en"],
  terms: [{ ja: "窓口支援端末", en: "counter terminal", kind: "term", forbidden: ["受付マシン"] }],
};

const settings = (glossaries: Glossary[]): ClientSettings => ({
  version: "1",
  displayName: "AIアシスト",
  notices: [],
  switchedOff: [],
  templates: [],
  glossaries,
  limits: {},
  masking: { default: "where-refused", publicRoles: [] },
});

/** A relay whose model answers the same, and that keeps what it was asked and told. */
function relayOf(answer: string, glossaries: Glossary[] | GenaiError) {
  const steps: Step[] = [];
  const reports: RunReport[] = [];
  const asked = { settings: 0 };
  const relay = {
    async *run(step: Step): AsyncGenerator<GenerateEvent> {
      steps.push(step);
      await Promise.resolve();
      yield { type: "text-delta", text: answer };
      yield { type: "finished", reason: "stop" };
    },
    fetchModels: () => Promise.resolve({ models: [testCard({ id: "m-1" })], defaultModel: "m-1" }),
    fetchSettings: () => {
      asked.settings += 1;
      return glossaries instanceof GenaiError ? Promise.reject(glossaries) : Promise.resolve(settings(glossaries));
    },
    reportRun: (report: RunReport) => {
      reports.push(report);
      return Promise.resolve();
    },
  } as unknown as RelayClient;
  return { relay, steps, reports, asked };
}

const text = "窓口支援端末を2台増やし、待ち時間を18分に短縮した。";
const run = "0f0f0f0f-aaaa-4bbb-8ccc-00000000000a";

/** A job of a text, without a queue around it. */
const job = {
  input: { task: "summarize" },
  run,
  signal: new AbortController().signal,
  material: () => Promise.resolve(new TextEncoder().encode(text)),
  remember: (_name: string, make: () => Promise<unknown>) => make(),
  checkpointed: (runner: RelayClient) => withRun(runner, run),
  progress: () => undefined,
} as unknown as RunningJob;

const perform = (relay: RelayClient) => performText(job, relay, { locale: "ja", unconfirmed: "未確認" });

it("keeps the ministry's terms: they go along with the steps, and what breaks them is told", async () => {
  const { relay, steps } = relayOf("受付マシンを2台増やし、待ち時間を18分に短縮した。[1]", [glossary]);
  const { text: answer, findings } = await perform(relay);
  expect(JSON.stringify(steps[0])).toContain("窓口支援端末");
  expect(answer).toContain("受付マシン");
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: "term-forbidden",
      values: expect.objectContaining({ preferred: "窓口支援端末" }) as object,
    }),
  );
  expect(steps[0]!.run).toBe(run);
});

it("does not write when the terms cannot be asked for", async () => {
  const { relay, steps } = relayOf("増やした。[1]", new GenaiError("connection-failed", "x"));
  await expect(perform(relay)).rejects.toMatchObject({ code: "connection-failed" });
  expect(steps).toEqual([]);
});
