import { supports } from "@genai-office/shared/guards";

const sources = [
  { label: "杉本委員", text: "土曜も窓口を開けるべきです。平日は来られない人が多いです。" },
  { label: "庶務課長（長田）", text: "土曜の開庁は職員の確保が難しいと考えます。" },
];

test.each([
  ["杉本委員は、土曜も窓口を開けるべきだと述べた。", "supported"],
  ["長田庶務課長は、土曜も窓口を開けるべきだと述べた。", "unsupported"],
  ["杉本委員は、土曜の開庁は職員の確保が難しいと述べた。", "unsupported"],
  ["庶務課長は、土曜の開庁は職員の確保が困難だと述べた。", "supported"],
])("%s: %s", (line, verdict) => {
  expect(supports(line, sources)).toBe(verdict);
});

test("who is asked to act may be told to act; the speaker's own office may not stand in for whom is asked", () => {
  const asked = [{ label: "総務課長", text: "紙が必要な場合は、各課で印刷してください。" }];
  expect(supports("紙が必要な場合は、各課が印刷する。", asked)).toBe("supported");
  expect(supports("紙が必要な場合は、総務課が印刷する。", asked)).toBe("unsupported");
});

test("a word or two of another wording is for a person to see", () => {
  const source = [{ text: "改修工事に伴い、来月から東側の駐車場と駐輪場の利用を休止し、再開は来春を見込む。" }];
  expect(
    supports("改修工事に伴い、来月から東側の駐車場と駐輪場の利用を休止し、再開は来春を見込む予告を貼付した。", source),
  ).not.toBe("supported");
});
