import { readMinutesWishes } from "../../../../teams-bot/src/minutes/read-minutes-wishes";
import { conversationOf } from "../../../support/jobs/new-job";

const wishesOf = (text: string, locale = "ja-JP") =>
  readMinutesWishes({ text, conversation: conversationOf({ locale }) });

describe("how minutes are to be", () => {
  test.each<[string, string, object]>([
    ["", "ja-JP", { language: "ja" }],
    ["", "en-US", { language: "en" }],
    // Who writes Japanese reads Japanese, whatever language the client is set to.
    ["議事録", "en-US", { language: "ja" }],
    ["議事録をお願いします。", "ja-JP", { language: "ja" }],
    ["議事録を作成してください", "ja-JP", { language: "ja" }],
    ["Minutes please", "ja-JP", { language: "en" }],
    ["場所：第3会議室\n出席者：見本一郎、例示花子", "ja-JP", { language: "ja" }],
    ["議事要旨", "ja-JP", { language: "ja", form: "summary" }],
    ["議事録（確認済み）", "ja-JP", { language: "ja" }],
  ])("%j of a client in %s: the language, and no wishes", (text, locale, expected) => {
    expect(wishesOf(text, locale)).toEqual(expected);
  });

  test.each([
    ["議事録を英語でお願いします", "en"],
    ["議事録　英文で作ってください", "en"],
    ["英語版の議事録が欲しいです", "en"],
    ["Minutes in Japanese, please", "ja"],
    ["minutes (in English)", "en"],
    ["英語で行われた会議です。議事録をお願いします", "ja"],
    ["議事録を日本語で。会議は英語でした", "ja"],
    ["日本語と英語でそれぞれ議事録を", "ja"],
  ])("%j is to be written in %s", (text, language) => {
    expect(wishesOf(text).language).toBe(language);
  });

  test.each([
    ["議事録 予算の話を詳しく", "予算の話を詳しく"],
    ["議事録：宿題は担当課ごとに\n場所：第3会議室\n敬称は省く", "宿題は担当課ごとに\n敬称は省く"],
    ["Minutes. Keep each line short.", "Keep each line short."],
    ["この会議の議事録を作って。簡潔に。", "この会議の議事録を作って。簡潔に。"],
  ])("%j: the wishes without the command and without the form", (text, instruction) => {
    expect(wishesOf(text).instruction).toBe(instruction);
  });

  test.each([
    ["議事録 決定事項だけ", "decisions"],
    ["議事録。宿題の一覧にしてください", "decisions"],
    ["Minutes: only the decisions", "decisions"],
    ["要旨でお願いします", "summary"],
    ["議事録 逐語で", "full"],
    ["議事録", undefined],
  ])("%j: form %s", (text, form) => {
    expect(wishesOf(text).form).toBe(form);
  });

  test("are cut where no prompt has room for more", () => {
    expect(wishesOf(`議事録 ${"あ".repeat(3_000)}`).instruction).toHaveLength(1_000);
  });
});
