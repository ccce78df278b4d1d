import { readPlainThread } from "@genai-office/shared/mail";

const words = "森 様\n\n標記の件、会場は大講堂とします。";
const head =
  "From:   森 透/広報課/JP\nTo:     岸 恵/総務課/JP\nDate:   2026/11/04 15:02\nSubject:        会場\n\n岸 様\n\n会場はどこですか。\n";

test.each([
  "----- 転送者 岸 恵/総務課/JP 日時 2026/11/04 16:20 -----",
  "---------------------- 転送者：岸 恵/総務課/JP 2026/11/04 16:20 ---------------------------",
])("the bar of Notes above what it passes on belongs to no words: %j", (bar) => {
  const [newest, quoted, ...more] = readPlainThread(`${words}\n\n${bar}\n\n${head}`).messages;
  expect(newest!.text).toBe(words);
  expect(quoted).toMatchObject({ text: "岸 様\n\n会場はどこですか。", author: { name: "森 透/広報課/JP" } });
  expect(more).toEqual([]);
});
