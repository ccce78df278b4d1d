import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block, TaskLanguage } from "@genai-office/shared/vocabulary";
import { checkMinutes } from "../../../../shared/src/tasks/minutes/check-minutes";
import { parseMinutes } from "../../../../shared/src/tasks/minutes/parse-minutes";
import { cardWith } from "../scripted-runner";

/** A line of minutes, what was judged of it by hand, and what the check made of it. */
export interface JudgedLine {
  /** "+" must stay; "-" must go; of an action that must stay its owner or its date must go. */
  label: "+" | "-" | "-owner" | "-due";
  line: string;
  outcome: "kept" | "marked" | "struck" | "owner refused" | "due refused";
  reason: string;
  isRight: boolean;
}

interface Section {
  language: TaskLanguage;
  blocks: Block[];
  lines: { label: JudgedLine["label"]; line: string }[];
}

/** Judges every line of `test/fixtures/minutes/NAME`, each by itself in the whole of its meeting. */
export function judgeLabelledLines(name: string): JudgedLine[] {
  const text = readFileSync(join("test/fixtures/minutes", name), "utf8");
  return sectionsOf(text).flatMap((section) => section.lines.map((one) => judge(one, section)));
}

function sectionsOf(text: string): Section[] {
  const sections: Section[] = [{ language: "ja", blocks: [], lines: [] }];
  let first = 0;
  let isOpen = false;
  for (const row of text.split("\n")) {
    const section = sections.at(-1)!;
    const { blocks, lines } = section;
    const spoken = /^([^>]+)> (.*)$/u.exec(row);
    const judged = /^(\+|-owner|-due|-) (.*)$/u.exec(row);
    if (row === "%en") sections.push({ language: "en", blocks: [], lines: [] });
    else if (row.trim() === "" || row.startsWith("#")) continue;
    else if (judged !== null) {
      isOpen = false;
      const line = judged[2]!.replace(/\[[\d,]+\]$/u, (mark) =>
        mark.replace(/\d+/g, (at) => String(Number(at) + first)),
      );
      lines.push({ label: judged[1] as JudgedLine["label"], line });
    } else if (spoken !== null) {
      if (!isOpen) first = blocks.length;
      isOpen = true;
      blocks.push({ id: `u${blocks.length + 1}`, kind: "utterance", label: spoken[1]!, text: spoken[2]! });
    } else throw new Error(`cannot be read: ${row}`);
  }
  return sections;
}

function judge({ label, line }: Section["lines"][number], { language, blocks }: Section): JudgedLine {
  const draft = parseMinutes(
    line,
    blocks.map((block) => ({ block, sources: [block.id] })),
  );
  const request = {
    blocks,
    card: cardWith(8192),
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    language,
  } as const;
  const result = checkMinutes(draft, request, blocks);
  const codes = new Set(result.findings.map(({ code }) => code));
  const outcome =
    result.unsupported.length > 0
      ? "struck"
      : codes.has("owner-not-in-source")
        ? "owner refused"
        : codes.has("due-not-in-source")
          ? "due refused"
          : codes.has("evidence-unsure")
            ? "marked"
            : "kept";
  const rights: Record<JudgedLine["label"], readonly string[]> = {
    "+": ["kept"],
    "-": ["struck", "marked"],
    "-owner": ["struck", "marked", "owner refused"],
    "-due": ["struck", "marked", "due refused"],
  };
  return {
    label,
    line,
    outcome,
    reason: result.unsupported[0]?.reason ?? "",
    isRight: rights[label].includes(outcome),
  };
}

/** How many of the true lines were kept, and of the false ones kept out. */
export function countLines(judged: readonly JudgedLine[]): Record<"kept" | "true" | "caught" | "false", number> {
  const truth = judged.filter(({ label }) => label === "+");
  const lies = judged.filter(({ label }) => label !== "+");
  const right = (lines: readonly JudgedLine[]): number => lines.filter(({ isRight }) => isRight).length;
  return { kept: right(truth), true: truth.length, caught: right(lies), false: lies.length };
}
