import type { Block } from "@genai-office/shared/vocabulary";
import { checkMinutes } from "../../../../shared/src/tasks/minutes/check-minutes";
import { joinDrafts } from "../../../../shared/src/tasks/minutes/join-drafts";
import type { DraftAction, DraftLine, MinutesDraft } from "../../../../shared/src/tasks/minutes/minutes-draft";
import { cardWith } from "../scripted-runner";

const blocks: Block[] = [
  { id: "u1", kind: "utterance", label: "山田", text: "小林さん、支出計画の案を6月5日までに作ってください。" },
  { id: "u2", kind: "utterance", label: "小林", text: "分かりました。費用は180万円です。" },
  { id: "u3", kind: "utterance", label: "大野", text: "費用は全額を庁費から支出します。" },
];

const draft = (discussion: DraftLine[], actions: DraftAction[] = []): MinutesDraft => ({
  topics: [{ title: "", lines: discussion }],
  decisions: [],
  actions,
});

const line = (text: string, ...sources: string[]): DraftLine => ({ text, sources });

test("what two windows say of a common utterance stands once, unless they say different things of it", () => {
  const joined = joinDrafts([
    draft([line("費用は180万円である。", "u2")]),
    draft([
      line("費用は180万円であるとの説明があった。", "u2"),
      line("費用は810万円である。", "u2"),
      line("費用は180万円ではない。", "u2"),
    ]),
  ]);
  expect(joined.topics.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual([
    "費用は180万円であるとの説明があった。",
    "費用は810万円である。",
    "費用は180万円ではない。",
  ]);
});

test("of two entries for one thing to do, the one that nobody bears out goes, whichever came first", () => {
  const task = (owner: string): DraftAction => ({
    text: "支出計画の案を作成する",
    owner,
    due: "6月5日",
    sources: ["u1"],
  });
  for (const owners of [
    ["大野", "小林"],
    ["小林", "大野"],
  ] as const) {
    const joined = joinDrafts([draft([], [task(owners[0])]), draft([], [task(owners[1])])]);
    const request = {
      blocks,
      card: cardWith(8192),
      declaredClass: "none",
      confirmed: false,
      documentHash: "0".repeat(64),
    } as const;
    const checked = checkMinutes(joined, request, blocks);
    expect(checked.actions.map(({ owner, due }) => [owner, due])).toEqual([["小林", "6月5日"]]);
    expect(checked.findings.map(({ code, values }) => [code, values])).toContainEqual([
      "owner-not-in-source",
      { found: "大野" },
    ]);
  }
});

test("a line that one window cites rightly and another wrongly is kept, and the wrong one is told", () => {
  const joined = joinDrafts([
    draft([line("費用は全額を庁費から支出する。", "u1")]),
    draft([line("費用は全額を庁費から支出する。", "u3")]),
  ]);
  const checked = checkMinutes(
    joined,
    { blocks, card: cardWith(8192), declaredClass: "none", confirmed: false, documentHash: "0".repeat(64) },
    blocks,
  );
  expect(checked.topics.flatMap(({ discussion }) => discussion.map(({ sources }) => sources))).toEqual([["u3"]]);
  expect(checked.unsupported.map(({ statement }) => statement.sources)).toEqual([["u1"]]);
});
