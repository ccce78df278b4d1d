import { reply } from "@genai-office/shared/tasks";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { cardWith } from "../scripted-runner";
import { resultOf } from "../scripted-steps";
import { unansweredThings } from "../../../../shared/src/tasks/reply/asked-things";

describe("several things that one sentence asks for", () => {
  it.each([
    ["11月27日（金）正午までに、採用の可否と支出科目をご返信ください。", "採用します。", ["支出科目"]],
    ["11月27日（金）正午までに、採用の可否と支出科目をご返信ください。", "採用します。科目は備品費です。", []],
    ["採用の可否及びその理由をお知らせください。", "見送ります。", ["その理由"]],
    ["採用の可否と単価をお知らせください。", "採用します。", ["単価"]],
    ["変更の理由及び影響額を教えていただけますでしょうか。", "資材の高騰によるものです。", ["影響額"]],
    ["御意見の有無とその根拠を12月1日までに御回答ください。", "意見はございません。", []],
    ["必要部数と送付先をご連絡願います。", "20部を総務課までお送りください。", []],
    ["進捗状況と完了の時期を御報告ください。", "順調で、年内に終わります。", []],
    ["参加の有無、人数及び昼食の要否を御回答願います。", "参加します。昼食は不要です。", ["人数"]],
    ["参加の有無、人数及び昼食の要否を御回答願います。", "2名で参加します。昼食は不要です。", []],
    // Told in other words.
    ["出席者の職名と氏名をお知らせください。", "課長の佐藤が出席します。", []],
    ["会場の場所と担当者を教えてください。", "第２会議室で、田中です。", []],
    ["採用の可否をご返信ください。", "採用します。", []],
    ["予算と決算を確認してください。", "確認しました。", []],
  ])("%s ← %s", (question, answer, missing) => {
    expect(unansweredThings(question, answer)).toEqual(missing);
  });

  test("are marked in the reply by what nothing is said of", async () => {
    const draft = (intention: string) =>
      resultOf(
        reply(
          {
            blocks: [
              {
                id: "m",
                kind: "message",
                label: "岬 翔 / 2026-11-21 09:00",
                text: "高崎様\n\n11月27日（金）正午までに、机と椅子の発注の可否と支出科目をご返信ください。",
              },
            ],
            intention,
            tone: "polite",
            language: "ja",
            sender: "高崎 実",
            card: cardWith(1_000_000, { contract: "offline", tasks: ["reply"] }),
            declaredClass: "none",
            confirmed: false,
            documentHash: "0".repeat(64),
          },
          createOfflineEngine(),
        ),
      );
    const half = await draft("机と椅子は発注してください。");
    expect(half.questions.map(({ answered }) => answered)).toEqual([false]);
    expect(half.text).toContain("【要確認】支出科目");
    expect(half.text.match(/机と椅子は発注してください。/g)).toHaveLength(1);
    expect(half.findings.map(({ code }) => code)).toContain("question-unanswered");
    const full = await draft("机と椅子は発注してください。支出科目は備品費です。");
    expect(full.questions.map(({ answered }) => answered)).toEqual([true]);
    expect(full.text).not.toContain("要確認");
  });
});
