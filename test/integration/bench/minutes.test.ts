import { startPlantingModel } from "../../bench/minutes/planting-model";
import { takeMinutes } from "../../bench/minutes/take-minutes";
import { longMeeting } from "../../unit/tasks/minutes/long-meeting";

/** Two hours of a meeting, as Teams writes them. */
function twoHours(): Uint8Array {
  const { blocks } = longMeeting(36_000);
  const clock = (seconds: number): string =>
    [seconds / 3600, (seconds / 60) % 60, seconds % 60]
      .map((part) => String(Math.floor(part)).padStart(2, "0"))
      .join(":");
  const seconds = 7200 / blocks.length;
  const cues = blocks.map(
    ({ label, text }, index) =>
      `${clock(index * seconds)}.000 --> ${clock((index + 1) * seconds)}.000\n<v ${label!.split(" ")[0]}>${text}</v>`,
  );
  return new TextEncoder().encode(["WEBVTT", ...cues].join("\n\n"));
}

const planted = 24;

describe("minutes of two hours on a model of 8,192 tokens", () => {
  it("read every piece, list everybody, and keep planted lines out", async () => {
    const model = await startPlantingModel(planted, 500);
    try {
      const file = { name: "20260701_連絡会.vtt", bytes: twoHours() };
      const environment = { GENAI_UPSTREAM_CONTEXT_TOKENS: "8192" };
      const { transcript, result, chunks, blocks } = await takeMinutes(file, { upstream: model.url, environment });
      expect(blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(36_000);
      expect(chunks).toBeGreaterThanOrEqual(8);
      expect(result.speakers).toEqual([...new Set(transcript.utterances.map(({ speaker }) => speaker))]);
      const ids = new Set(blocks.map(({ id }) => id));
      const lines = [...result.topics.flatMap(({ discussion }) => discussion), ...result.decisions];
      expect(lines.length).toBeGreaterThan(10);
      for (const { sources } of lines) {
        expect(sources.length).toBeGreaterThan(0);
        for (const id of sources) expect(ids.has(id)).toBe(true);
      }
      expect(model.planted()).toHaveLength(planted);
      const wrong = new Set(
        model.planted().flatMap(({ fault, text }) => (fault === "owner" || fault === "due" ? [] : [text])),
      );
      expect(lines.filter(({ text }) => wrong.has(text)).length).toBeLessThanOrEqual(1);
      const right = new Set(model.written.flatMap(({ fault, text }) => (fault === undefined ? [text] : [])));
      expect(
        result.unsupported.filter(({ statement }) => right.has(statement.text) && !wrong.has(statement.text)),
      ).toEqual([]);
    } finally {
      await model.close();
    }
  });

  it("lose nobody with the embedded engine either", async () => {
    const { transcript, result } = await takeMinutes({ name: "連絡会.vtt", bytes: twoHours() }, {});
    expect(result.models).toEqual(["offline-extractive"]);
    expect(result.speakers).toEqual([...new Set(transcript.utterances.map(({ speaker }) => speaker))]);
    expect(result.decisions.length).toBeGreaterThan(40);
  });
});
