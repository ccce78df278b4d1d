import { minutes, type MinutesResult } from "@genai-office/shared/tasks";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { testCard } from "../../../support/test-step";
import { resultOf } from "../../tasks/scripted-steps";

const card = testCard({ contract: "offline", contextTokens: 1_000_000, outputTokens: 20_000, tokensPerCharacter: 1 });

const run = (...lines: string[]): Promise<MinutesResult> =>
  resultOf(
    minutes(
      {
        card,
        declaredClass: "none",
        confirmed: false,
        documentHash: "0".repeat(64),
        date: "2026-06-01",
        blocks: lines.map((line, index) => {
          const [label, text] = line.split("> ") as [string, string];
          return { id: `u${index + 1}`, kind: "utterance" as const, label, text };
        }),
      },
      createOfflineEngine(),
    ),
  );

const toDo = ({ actions }: MinutesResult): string[] =>
  actions.map(({ task, owner, due }) => `${task.text}|${owner}|${due}`);
const everyLine = (result: MinutesResult): string => JSON.stringify([result.topics, result.decisions, result.actions]);

describe("things to do as the meeting left them", () => {
  test("the corrected day wins and the withdrawn one is printed nowhere", async () => {
    const result = await run(
      "早川室長> 矢島さんは、点検表を六月十二日までに作成してください。",
      "矢島> 分かりました。六月十二日までに作成します。あ、失礼、六月十九日に訂正させてください。",
      "早川室長> では六月十九日までということでお願いします。",
    );
    expect(toDo(result)).toEqual([expect.stringMatching(/点検表.*\|矢島[^|]*\|六月十九日/u)]);
    expect(everyLine(result)).not.toContain("十二日");
  });

  test("who declined does not own; who takes it up does, with the day that stands", async () => {
    const result = await run(
      "早川室長> 備品の棚卸しは、矢島さん、7月3日までにお願いできますか。",
      "矢島> 申し訳ありません、その頃は出張なので難しいです。",
      "土井> でしたら私がやります。",
      "早川室長> では土井さん、期限は変わらず7月3日でお願いします。",
    );
    expect(toDo(result)).toEqual([expect.stringMatching(/棚卸し.*\|土井[^|]*\|7月3日/u)]);
    expect(toDo(result)[0]).not.toContain("矢島");
  });

  test("two shares of one request are two things to do", async () => {
    const result = await run(
      "早川室長> 目次は土井さんが6月8日までに、索引は矢島さんが6月15日までに作成してください。",
      "土井> はい。",
      "矢島> はい。",
    );
    expect(toDo(result)).toEqual([
      expect.stringMatching(/^目次[^索]*\|土井[^|]*\|6月8日/u),
      expect.stringMatching(/^索引.*\|矢島[^|]*\|6月15日/u),
    ]);
  });

  test.each([
    [
      "早川室長> 掲示物の印刷は、矢島さんにお願いしましょう。",
      "矢島> はい、私のほうで今月中に印刷しておきます。",
      /印刷.*\|矢島/u,
    ],
    ["早川室長> 保守の件はどうなっていますか。", "矢島> 部品は私からB社に問い合わせます。", /B社.*\|矢島/u],
    ["Chair> The page is old.", "Nora> I will update the page by 3 July.", /page.*\|Nora\|3 July/u],
    ["Chair> Nora, please send the list by Monday. Sorry, make that Tuesday.", "Nora> OK.", /list.*\|Nora\|Tuesday/u],
  ])("is found: %s", async (asked, answered, found) => {
    expect(toDo(await run(asked, answered))).toEqual([expect.stringMatching(found)]);
  });

  test.each([
    "早川室長> 内訳の説明を続けてください。",
    "早川室長> 発言しない方はマイクを切ってください。",
    "早川室長> 工場には先週、部品を送ってもらいました。",
    "土井> 自動で集計する仕組みがあれば、手作業の確認は減らせます。",
  ])("is none: %s", async (text) => {
    expect(toDo(await run("早川室長> 状況を伺います。", text, "矢島> はい。"))).toEqual([]);
  });

  test("what is put right in the same breath stands as it was put right", async () => {
    const result = await run(
      "早川室長> 台数を教えてください。",
      "矢島> 更新の対象は全部で六十一台でした。いや、予備を含めると七十台です。",
    );
    expect(everyLine(result)).toContain("七十台");
    expect(everyLine(result)).not.toContain("六十一台");
  });
});

const decided = ({ decisions }: MinutesResult): string[] => decisions.map(({ text }) => text);

describe("decisions as the meeting left them", () => {
  test("a later decision that says so replaces the earlier one, with its subject", async () => {
    const result = await run(
      "江口部長> 試験運用は四月から行うことにします。",
      "矢島> 四月は人の入れ替わりがあります。",
      "江口部長> では、先ほどの決定を改めまして、五月から行うことにします。",
      "矢島> 承知しました。",
    );
    expect(decided(result)).toEqual(["試験運用は五月から行うことにします。"]);
  });

  test("「そのようにいたします」 is joined with nothing but what stands right before it", async () => {
    const result = await run(
      "矢島委員> 来年は会場を二つに分けてはどうでしょうか。",
      "江口座長> 会場は一つとすることに決定いたします。",
      "土井委員> 案内の文は短くしていただきたいと思います。",
      "事務局> そのようにいたします。",
    );
    expect(decided(result)).toEqual(["会場は一つとすることに決定いたします。"]);
  });

  test("what the chair concludes is decided", async () => {
    const result = await run(
      "矢島> 紙の回覧は手間が掛かっています。",
      "江口室長> では、紙の回覧は三月末で廃止し、電子掲示を全課に導入します。",
      "矢島> ありがとうございます。",
    );
    expect(decided(result)).toEqual(["紙の回覧は三月末で廃止し、電子掲示を全課に導入します。"]);
  });

  test("what was put right counts", async () => {
    expect(
      decided(
        await run("江口部長> 車両は借り上げとします。いや、失礼、借り上げではなく購入とします。", "土井> はい。"),
      ),
    ).toEqual(["車両は購入とします。"]);
  });

  test.each([
    ["江口座長> 一昨年の会議では、隔月の点検を行うことに決定しました。", "土井委員> そうでしたか。"],
    ["江口室長> 名簿は誰が作りますか。", "矢島> 私が作ります。七月三日までに出します。"],
    ["江口室長> 人手は足りますか。", "矢島> 応援が二名おりますので、足ります。"],
    ["江口室長> 今日は決めません。他県の例を調べてからにしましょう。", "矢島> はい。"],
    ["土井> 締切は九月末でいいですか。", "江口室長> はい、それでお願いします。"],
  ])("is none: %s", async (first, second) => {
    expect(decided(await run(first, second))).toEqual([]);
  });

  test("a value that is put right before the sentence ends is the one that stands", async () => {
    const text = "じゃあ配備の目標は五月末、いや、六月は繁忙期に入りますから、余裕を見て四月末とします。";
    expect(decided(await run(`江口室長> ${text}`, "矢島> はい。"))).toEqual(["配備の目標は四月末とします。"]);
  });

  test("no topic begins with a particle", async () => {
    const { topics } = await run(
      "江口座長> 本日は、議題一として備品の点検、議題二として倉庫の整理を取り上げます。まず、議題一の備品の点検について、事務局から説明をお願いします。",
      "事務局> 備品は二百十点あり、うち三点が壊れております。",
    );
    expect(topics.map(({ title }) => title).filter((title) => title !== "")).toEqual(["備品の点検"]);
  });
});
