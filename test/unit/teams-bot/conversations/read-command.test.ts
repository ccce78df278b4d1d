import { readCommand } from "../../../../teams-bot/src/conversations/commands/read-command";

test.each([
  ["", { kind: "help" }],
  ["使い方", { kind: "help" }],
  ["新しい話題", { kind: "reset" }],
  ["reset", { kind: "reset" }],
  ["中止してください。", { kind: "stop" }],
  ["Cancel", { kind: "stop" }],
  ["議事録", { kind: "minutes", wishes: "", confirmed: false }],
  ["議事録を作成してください", { kind: "minutes", wishes: "", confirmed: false }],
  ["議事録：決定事項を詳しく", { kind: "minutes", wishes: "決定事項を詳しく", confirmed: false }],
  ["議事録（確認済み）", { kind: "minutes", wishes: "", confirmed: true }],
  ["要約\n本日の会議は", { kind: "summarize", text: "本日の会議は" }],
  ["要約してください：本日の会議は", { kind: "summarize", text: "本日の会議は" }],
  ["要約「本日の会議は」", { kind: "summarize", text: "「本日の会議は」" }],
  ["Summarize: the meeting", { kind: "summarize", text: "the meeting" }],
  ["翻訳　The plan starts in April.", { kind: "translate", text: "The plan starts in April." }],
  ["英訳して 計画は４月に始まります。", { kind: "translate", text: "計画は４月に始まります。" }],
  ["調べる 1 育児休業の規定は", { kind: "research", request: "1 育児休業の規定は" }],
  ["要約筆記とは何ですか", { kind: "ask", question: "要約筆記とは何ですか" }],
  ["翻訳会社を選ぶときの注意点は", { kind: "ask", question: "翻訳会社を選ぶときの注意点は" }],
  ["議事録の保存期間は何年ですか", { kind: "ask", question: "議事録の保存期間は何年ですか" }],
  ["中止した事業の扱いを教えてください", { kind: "ask", question: "中止した事業の扱いを教えてください" }],
  ["忘れてはいけない手続は何ですか", { kind: "ask", question: "忘れてはいけない手続は何ですか" }],
  ["summary judgment とは", { kind: "ask", question: "summary judgment とは" }],
  ["minutes", { kind: "minutes", wishes: "", confirmed: false }],
  ["Minutes: in short", { kind: "minutes", wishes: "in short", confirmed: false }],
  [
    "minutes of meetings: how long are they kept?",
    { kind: "ask", question: "minutes of meetings: how long are they kept?" },
  ],
])("%j", (message, command) => {
  expect(readCommand(message)).toEqual(command);
});
