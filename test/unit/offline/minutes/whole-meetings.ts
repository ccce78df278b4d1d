import { readFileSync } from "node:fs";
import { join } from "node:path";
import { minutes, type MinutesResult } from "@genai-office/shared/tasks";
import type { Block } from "@genai-office/shared/vocabulary";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { testCard } from "../../../support/test-step";
import { resultOf } from "../../tasks/scripted-steps";

interface Expected {
  /** D: decision, A: something to do, X: neither. */
  kind: "D" | "A" | "X";
  sources: string[];
  /** Of which one must stand in the line. */
  words: string[];
  owner: string;
  due: string;
}

interface Meeting {
  name: string;
  date: string;
  blocks: Block[];
  expected: Expected[];
}

/** What the embedded engine found in the meetings of `test/fixtures/minutes/NAME`. */
export interface MeetingScore {
  decisions: number;
  decisionsFound: number;
  actions: number;
  actionsFound: number;
  /** Of the actions found. */
  owners: number;
  dues: number;
  /** Lines made of utterances that hold neither. */
  wrong: number;
  /** Lines found besides those expected. */
  others: number;
  missed: string[];
}

/** Takes the minutes of every meeting of the file and compares them with what is expected there. */
export async function scoreMeetings(name: string): Promise<MeetingScore> {
  const score: MeetingScore = {
    decisions: 0,
    decisionsFound: 0,
    actions: 0,
    actionsFound: 0,
    owners: 0,
    dues: 0,
    wrong: 0,
    others: 0,
    missed: [],
  };
  for (const meeting of meetingsOf(readFileSync(join("test/fixtures/minutes", name), "utf8"))) {
    compare(meeting, await minutesOf(meeting), score);
  }
  return score;
}

function minutesOf({ blocks, date }: Meeting): Promise<MinutesResult> {
  const card = testCard({
    contract: "offline",
    contextTokens: 1_000_000,
    outputTokens: 20_000,
    tokensPerCharacter: 1,
  });
  const request = {
    card,
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    blocks,
    date,
  } as const;
  return resultOf(minutes(request, createOfflineEngine()));
}

function compare({ name, expected }: Meeting, result: MinutesResult, score: MeetingScore): void {
  const decisions = result.decisions.map(({ text, sources }) => ({ text, sources, owner: "", due: "" }));
  const actions = result.actions.map(({ task: { text, sources }, owner, due }) => ({ text, sources, owner, due }));
  const used = new Set<object>();
  for (const one of expected) {
    if (one.kind === "X") continue;
    const lines = one.kind === "D" ? decisions : actions;
    const found = lines.find(
      ({ text, sources }) =>
        sources.some((id) => one.sources.includes(id)) && one.words.some((word) => text.includes(word)),
    );
    if (one.kind === "D") score.decisions += 1;
    else score.actions += 1;
    if (found === undefined) {
      score.missed.push(`${name}: ${one.kind} ${one.words.join("/")}`);
      continue;
    }
    used.add(found);
    if (one.kind === "D") {
      score.decisionsFound += 1;
      continue;
    }
    score.actionsFound += 1;
    if (found.owner.includes(one.owner)) score.owners += 1;
    else score.missed.push(`${name}: ${one.words[0]!}: ${found.owner} instead of ${one.owner}`);
    if (found.due.includes(one.due)) score.dues += 1;
    else score.missed.push(`${name}: ${one.words[0]!}: ${found.due} instead of ${one.due}`);
  }
  const nothing = new Set(expected.filter(({ kind }) => kind === "X").flatMap(({ sources }) => sources));
  for (const line of [...decisions, ...actions]) {
    if (used.has(line)) continue;
    score.others += 1;
    if (!line.sources.some((id) => nothing.has(id))) continue;
    score.wrong += 1;
    score.missed.push(`${name}: wrong: ${line.text}`);
  }
}

function meetingsOf(text: string): Meeting[] {
  const meetings: Meeting[] = [];
  for (const row of text.split("\n")) {
    if (row.trim() === "" || row.startsWith("#")) continue;
    const name = /^=== (.*)$/u.exec(row)?.[1];
    if (name !== undefined) {
      meetings.push({ name, date: "", blocks: [], expected: [] });
      continue;
    }
    const { blocks, expected } = meetings.at(-1)!;
    const date = /^date: (.*)$/u.exec(row)?.[1];
    const wanted = /^([DAX]) \[([\d,]+)\](?: ([^|]*)(?:\|([^|]*)\|(.*))?)?$/u.exec(row);
    const spoken = /^([^>]+)> (.*)$/u.exec(row);
    if (date !== undefined) meetings.at(-1)!.date = date;
    else if (wanted !== null) {
      const [, kind, numbers, words = "", owner = "", due = ""] = wanted;
      const sources = numbers!.split(",").map((number) => `u${number}`);
      expected.push({ kind: kind as Expected["kind"], sources, words: words.split("/"), owner, due });
    } else if (spoken !== null) {
      blocks.push({ id: `u${blocks.length + 1}`, kind: "utterance", label: spoken[1]!, text: spoken[2]! });
    } else throw new Error(`cannot be read: ${row}`);
  }
  return meetings;
}
