import { problemsOf } from "../../../../relay/admin-page/overview/problems";
import { ja } from "../../../../relay/admin-page/texts/ja";
import type { AdminStatus, NodeStatus } from "../../../../relay/src/admin/shapes";

const node: NodeStatus = {
  id: "node-1",
  this: true,
  alive: true,
  version: "1",
  settingsVersion: "none",
  startedAt: "2026-11-01T00:00:00Z",
  seenAt: "2026-11-01T00:00:00Z",
  clockAheadMs: 0,
};
const well: AdminStatus = {
  version: "1",
  now: "2026-11-01T00:00:00Z",
  settings: { version: "none", since: "2026-11-01T00:00:00Z", warnings: [] },
  prompts: {
    summarize: "1",
    translate: "1",
    minutes: "1",
    reply: "1",
    thread: "1",
    answer: "1",
    ask: "1",
    research: "1",
    chat: "1",
  },
  models: [
    {
      id: "m",
      name: { ja: "国産モデル", en: "M" },
      contract: "openai",
      region: "jp",
      clearance: "1",
      tasks: ["summarize"],
      state: "offered",
    },
  ],
  nodes: [node],
  database: { kind: "embedded", answersInMs: 1, clockAheadMs: 0 },
  killSwitch: { known: true, readAt: "2026-11-01T00:00:00Z", switchedOff: [] },
};
const of = (change: Partial<AdminStatus>) =>
  problemsOf({ ...well, ...change }, ja, "ja").map(({ key, serious }) => [key, serious]);
const endpoint = { endpoint: "https://gateway.example", models: ["m"], reachable: true };
const looked = (more: object) => ({ reachability: { at: well.now, endpoints: [{ ...endpoint, ...more }] } });

test("nothing is found where everything is well", () => {
  expect(of({})).toEqual([]);
  expect(of(looked({ certificate: { validTo: "2027-11-01T00:00:00Z", daysLeft: 365 }, clockAheadMs: 900 }))).toEqual(
    [],
  );
});

test.each<[string, Partial<AdminStatus>, string, boolean]>([
  ["a database that does not answer", { database: { kind: "postgresql" } }, "database", true],
  ["a database that cannot be reached", { database: { kind: "postgresql", fault: "ECONNREFUSED" } }, "database", true],
  ["an audit that nothing can be appended to", { audit: "blocked" }, "audit", true],
  ["an audit whose end is gone", { audit: "cut-off" }, "audit", true],
  ["no database", { database: { kind: "none" } }, "no-database", true],
  ["an unknown switch", { killSwitch: { known: false, switchedOff: [] } }, "switch-unknown", true],
  [
    "a switch that only one node knows",
    {
      killSwitch: {
        known: true,
        switchedOff: [
          { subject: { scope: "task", task: "reply" }, reason: "", by: "p", since: well.now, pending: true },
        ],
      },
    },
    "here-機能 返信案",
    true,
  ],
  [
    "a broken settings file",
    { settings: { ...well.settings, problem: { place: "limits", fault: "x", since: well.now } } },
    "settings",
    true,
  ],
  [
    "an endpoint that is down",
    looked({ reachable: false, fault: "ECONNREFUSED" }),
    "down-https://gateway.example",
    true,
  ],
  [
    "a certificate that ends in three weeks",
    looked({ certificate: { validTo: well.now, daysLeft: 21 } }),
    "certificate-https://gateway.example",
    false,
  ],
  [
    "a certificate that has ended",
    looked({ certificate: { validTo: well.now, daysLeft: -1 } }),
    "certificate-https://gateway.example",
    true,
  ],
  ["a clock that is off", looked({ clockAheadMs: -120_000 }), "clock-https://gateway.example", false],
  [
    "a database whose clock is off",
    { database: { kind: "postgresql", answersInMs: 1, clockAheadMs: 9_000 } },
    "database-clock",
    false,
  ],
  ["nodes of two versions", { nodes: [node, { ...node, id: "node-2", version: "2" }] }, "versions", false],
])("%s is told", (_, change, key, serious) => {
  expect(of(change)).toEqual([[key, serious]]);
});

test("a node that is gone does not count as another version", () => {
  expect(of({ nodes: [node, { ...node, id: "node-2", version: "0", alive: false }] })).toEqual([]);
});

test("serious things come first, and a model is told by its name", () => {
  const by = { reason: "", by: "p", since: well.now };
  const killSwitch = {
    known: true,
    switchedOff: [
      { subject: { scope: "model" as const, model: "m" }, ...by },
      { subject: { scope: "whole" as const }, ...by },
    ],
  };
  const texts = problemsOf({ ...well, killSwitch }, ja, "ja").map(({ text }) => text);
  expect(texts).toEqual(["停止中：すべて", "停止中：モデル 国産モデル"]);
});
