import { hiddenInNames } from "@genai-office/shared/guards/injection";

test("invisible characters in subject and names are told with their place", () => {
  const hidden = hiddenInNames({
    subject: "会議の\u200bご案内",
    people: ["課長\u2066財務省\u2069", "山田太郎"],
    files: ["請求書\u202efdp.exe", "資料.pdf"],
  });
  expect(hidden).toEqual([
    { text: "U+200B", reason: "zero-width", place: "subject" },
    { text: "U+2066 U+2069", reason: "bidi", place: "name" },
    { text: "U+202E", reason: "bidi", place: "attachment" },
  ]);
});
