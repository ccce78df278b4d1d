import { read } from "./read";

/** More than a call takes as arguments. */
const many = 200_000;
const lines = "あ\n".repeat(many);
const cue = "00:00:01.000 --> 00:00:02.000\n<v 江口>はい\n";

describe("files of very many lines in one place", () => {
  it.each([
    ["a comment", `WEBVTT\n\nNOTE\n${lines}\n${cue}`, "a.vtt"],
    ["a header", `WEBVTT\n${lines}\n${cue}`, "a.vtt"],
    ["words apart from their cue", `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\n${lines}\n${cue}`, "a.vtt"],
    [
      "the head of a record in XML",
      `<?xml version="1.0"?><data><speechRecord><speaker>会議録情報</speaker><speech>${lines}</speech></speechRecord><speechRecord><speaker>江口</speaker><speech>はい</speech></speechRecord></data>`,
      "a.xml",
    ],
    [
      "the head of a record in JSON",
      JSON.stringify([
        { speaker: "会議録情報", speech: lines },
        { speaker: "江口", speech: "はい" },
      ]),
      "a.json",
    ],
    ["stage directions", `江口：はい\n${"（拍手）\n".repeat(many / 2)}増井：はい\n江口：では`, "a.txt"],
  ])("are read: %s", (_kind, text, name) => {
    expect(read(text, name).utterances.length).toBeGreaterThan(0);
  });
});
