import type { ClientSettings, RelayClient } from "@genai-office/shared/relay-client";
import {
  GenaiError,
  type GenerateEvent,
  type Glossary,
  type RunReport,
  type Step,
} from "@genai-office/shared/vocabulary";
import { createMessageHandler } from "../../../teams-bot/src/conversations/answer-message";
import { createMinistrySettings } from "../../../teams-bot/src/conversations/ministry-settings";
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
const message = (person = "u-1") => ({ text, locale: "ja-JP", person, personal: true });
const signal = new AbortController().signal;
const post = () => Promise.resolve();

it("keeps the ministry's terms: they go along with the steps, and what breaks them is told and counted", async () => {
  const { relay, steps, reports } = relayOf("受付マシンを2台増やし、待ち時間を18分に短縮した。[1]", [glossary]);
  const { text: answer } = await createMessageHandler(() => relay)(message(), signal, post);
  expect(JSON.stringify(steps[0])).toContain("窓口支援端末");
  expect(answer).toContain("受付マシン");
  expect(answer).toMatch(/- .*窓口支援端末/);
  expect(steps[0]!.run).toMatch(/^[0-9a-f-]{36}$/);
  expect(reports).toHaveLength(1);
  expect(reports[0]!.run).toBe(steps[0]!.run);
  expect(Object.keys(reports[0]!.findings!).some((code) => code.startsWith("term"))).toBe(true);
  expect(JSON.stringify(reports)).not.toMatch(/窓口|受付/);
});

it("does not answer when the terms cannot be asked for", async () => {
  const { relay, steps } = relayOf("増やした。[1]", new GenaiError("connection-failed", "x"));
  const { text: answer } = await createMessageHandler(() => relay)(message(), signal, post);
  expect(answer).toContain("connection-failed");
  expect(steps).toEqual([]);
});

it("asks for the settings once a minute and person, and again after a failure", async () => {
  let now = 0;
  const settingsOf = createMinistrySettings(() => now);
  const { relay, asked } = relayOf("", [glossary]);
  await settingsOf("u-1", relay, signal);
  now = 59_000;
  await settingsOf("u-1", relay, signal);
  expect(asked.settings).toBe(1);
  await settingsOf("u-2", relay, signal);
  expect(asked.settings).toBe(2);
  now = 60_001;
  await settingsOf("u-1", relay, signal);
  expect(asked.settings).toBe(3);
  const failing = relayOf("", new GenaiError("timeout", "x"));
  for (const times of [1, 2]) {
    await expect(settingsOf("u-3", failing.relay, signal)).rejects.toMatchObject({ code: "timeout" });
    expect(failing.asked.settings).toBe(times);
  }
});
