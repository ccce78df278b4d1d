import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPersonalData } from "@genai-office/shared/guards";
import { expectLinearTime } from "../../../support/processor-time";

interface Case {
  text: string;
  spans: { start: number; end: number; kind: string }[];
  mustKeep: string[];
}

function casesOf(file: string): Case[] {
  const path = join(__dirname, "../../../fixtures/masking", file);
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Case);
}

test.each(["tuned.jsonl", "sealed.jsonl"])("%s: nearly everything is found, nothing that has to stay", (file) => {
  let spans = 0;
  let found = 0;
  for (const { text, spans: expected, mustKeep } of casesOf(file)) {
    const ours = findPersonalData(text);
    for (const { start, end } of expected) {
      spans += 1;
      const whole = Array.from({ length: end - start }, (_, index) => start + index).every(
        (offset) => /\s/.test(text[offset]!) || ours.some((one) => one.start <= offset && offset < one.end),
      );
      if (whole) found += 1;
    }
    const left = ours.reduceRight((rest, { start, end }) => rest.slice(0, start) + "■" + rest.slice(end), text);
    for (const kept of mustKeep) expect(left).toContain(kept);
  }
  expect(found / spans).toBeGreaterThanOrEqual(0.97);
});

test.each(["山田", "長の", "市町村区", "あ", "ア・", "0-1", "Ab ", "[", "銀行", "氏名：", "昭和5年", "〒1", "a."])(
  "time grows with the length of a text of %s",
  (piece) => expectLinearTime((length) => findPersonalData(piece.repeat(Math.ceil(length / piece.length))), 12_000),
);
