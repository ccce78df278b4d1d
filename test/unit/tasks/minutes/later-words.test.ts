import { checkMinutes } from "../../../../shared/src/tasks/minutes/check-minutes";
import { parseMinutes } from "../../../../shared/src/tasks/minutes/parse-minutes";
import type { MinutesRequest } from "../../../../shared/src/tasks";
import type { Block } from "../../../../shared/src/vocabulary";
import { expectLinearTime } from "../../../support/processor-time";

const blocksOf = (said: readonly string[]): Block[] =>
  said.map((one, index) => {
    const [label = "", text = ""] = one.split("> ");
    return { id: `u${index + 1}`, kind: "utterance", label, text };
  });

/** Reasons of the struck lines by their text, and the lines that stayed with their sources. */
function checked(said: readonly string[], ...lines: string[]) {
  const blocks = blocksOf(said);
  const draft = parseMinutes(
    lines.join("\n"),
    blocks.map((block) => ({ block, sources: [block.id] })),
  );
  const language = /[ぁ-ん]/.test(lines.join("")) ? "ja" : "en";
  return checkMinutes(draft, { blocks, language } as unknown as MinutesRequest, blocks);
}
const reasonsOf = (said: readonly string[], ...lines: string[]): string[] =>
  checked(said, ...lines).unsupported.map(({ reason }) => reason);

const flyer = [
  "戸倉> 案内状は郵送にするということで決めましょう。",
  "荒巻> はい。",
  "戸倉> 次に受付ですね。",
  "荒巻> 三人でやります。",
  "荒巻> 案内状ですが、郵便料金が来月上がるそうです。",
  "戸倉> じゃあ、さっきのは撤回して、案内状は電子メールにしましょう。",
];
const ration = [
  "寺岡> では非常食は一人七食で決定とします。",
  "沼尻> 乳児の分を入れると足りません。",
  "寺岡> 先ほどの決定を改めまして、非常食は一人九食とします。",
];
const opening = [
  "Ann> Agreed: the opening is the third of May.",
  "Bo> The paint won't dry by then.",
  "Ann> Okay, then we'll change that: the opening is the tenth of May.",
];

describe("what the meeting settled otherwise later", () => {
  test("a decision that was taken back is struck with that reason, the one in its place stays", () => {
    expect(reasonsOf(flyer, "決定：案内状は郵送にする。 [1]")).toEqual(["corrected"]);
    expect(reasonsOf(ration, "決定：非常食は一人七食とする。 [1]")).toEqual(["corrected"]);
    expect(reasonsOf(opening, "Decision: The opening is on 3 May. [1]")).toEqual(["corrected"]);
    expect(reasonsOf(opening, "Decision: The opening is 10 May. [3]")).toEqual([]);
    expect(reasonsOf(flyer, "決定：案内状は電子メールで送る。 [6]")).toEqual([]);
    expect(reasonsOf(ration, "決定：非常食は一人九食とする。 [3]")).toEqual([]);
    expect(reasonsOf(ration, "決定：非常食は一人七食とする。 [1][3]")).toEqual(["decision"]);
  });

  test("a value that its speaker put right is told so", () => {
    const said = ["安西> 応募は三百二十件、いえ、二百三十件でした。"];
    expect(reasonsOf(said, "議論：応募は320件であった。 [1]")).toEqual(["corrected"]);
    expect(reasonsOf(said, "議論：応募は230件であった。 [1]")).toEqual([]);
    expect(reasonsOf(said, "議論：応募は420件であった。 [1]")).toEqual(["figure"]);
  });

  test("plans told apart by their number, and other aspects of one thing, take nothing back", () => {
    const plans = ["議長> 道路の第3期計画は原案のとおりとします。", "議長> 道路の第4期計画は原案のとおりとします。"];
    expect(reasonsOf(plans, "決定：道路の第3期計画は原案のとおりとする。 [1]")).toEqual([]);
    const aspects = [
      "係長> 研修は五回とします。",
      "係長> 研修はオンラインにします。",
      "係長> 研修の費用は八万円とします。",
    ];
    expect(reasonsOf(aspects, "決定：研修は五回とする。 [1]")).toEqual([]);
  });

  test.each([
    [
      "決定：申請書は紙で受け付ける。 [1][2]",
      ["窓口> 申請書は紙で受け付けたいんですが。", "課長> いや、申請書は電子で受け付けることとします。"],
    ],
    ["決定：会議は月2回とする。 [1][2]", ["原田> 会議は月2回でどうですか。", "課長> 会議は月1回とします。"]],
    [
      "決定：名札は全員に配る。 [1][2]",
      ["原田> 名札は全員に配りたいです。", "課長> この点は今日のところは保留とします。"],
    ],
    [
      "決定：掲示は紙と電子の両方で行う。 [1][2]",
      ["原田> 掲示は紙と電子と両方で行いますか。", "課長> 掲示は電子のみにします。"],
    ],
  ])("the proposal is not what was settled: %s", (line, said) => {
    expect(reasonsOf(said, line)).toHaveLength(1);
  });
});

describe("what a cited utterance leaves to those next to it", () => {
  const said = [
    "早川> 古い書庫の鍵が見当たらないんですよ。",
    "森> それは困りますね。",
    "早川> 警備会社に聞いてみないとわかりません。",
    "森> じゃあ聞いておきます。",
  ];

  test("a line is borne out by the utterances next to the cited one, and points to them", () => {
    const { actions, unsupported } = checked(said, "宿題：書庫の鍵について警備会社に聞く｜担当：森｜期限：未定 [4]");
    expect(unsupported).toEqual([]);
    expect(actions[0]).toMatchObject({ owner: "森", task: { sources: expect.arrayContaining(["u1", "u3", "u4"]) } });
  });

  test("what nobody says there, and what is given to somebody else, is struck", () => {
    expect(
      reasonsOf(said, "宿題：書庫の錠前の交換費用を警備会社に見積もらせる｜担当：森｜期限：未定 [4]"),
    ).toHaveLength(1);
    expect(reasonsOf(said, "議論：早川から、それは困るとの発言があった。 [2]")).toHaveLength(1);
  });
});

test("a denial of a deadline is no putting off, and denied words are none that somebody reports", () => {
  expect(
    reasonsOf(
      ["事務局> 試算の内訳は次回までにお示しいたします。"],
      "議論：試算の内訳は次回までにお示しいたしません。 [1]",
    ),
  ).toEqual(["negation"]);
  const view = "県としては、費用は国が負担するという考えです。";
  expect(reasonsOf([`県> ${view}`], `議論：${view.replace("です", "ではありません")} [1]`)).toEqual(["negation"]);
});

describe("who and when, as the meeting left them", () => {
  const left = (said: readonly string[], line: string): string => {
    const [action] = checked(said, line).actions;
    return `${action?.owner}｜${action?.due}`;
  };

  test("whoever declined does not do it", () => {
    const said = [
      "楠> 来客名簿、有働さんに作ってもらえますか。",
      "有働> 私は来週まで出張なので難しいです。",
      "楠> そうですか。",
    ];
    expect(left(said, "宿題：来客名簿を作る｜担当：有働｜期限：未定 [1][2]")).toBe("未定｜未定");
    expect(left([said[0]!, "有働> はい、作ります。"], "宿題：来客名簿を作る｜担当：有働｜期限：未定 [1][2]")).toBe(
      "有働｜未定",
    );
  });

  test("a day that another one takes the place of is none", () => {
    const said = [
      "有働> 見取図は水曜日にお渡しします。",
      "楠> 水曜は休みですよ。",
      "有働> じゃあ木曜日にさせてください。",
    ];
    expect(left(said, "宿題：見取図を渡す｜担当：有働｜期限：水曜日 [1][3]")).toContain("｜未定");
    expect(left(said, "宿題：見取図を渡す｜担当：有働｜期限：木曜日 [1][3]")).toContain("｜木曜日");
    const once = ["楠> 当初は年内と申し上げましたが、報告書は三月中旬にお出しします。"];
    expect(left(once, "宿題：報告書を出す｜担当：楠｜期限：年内 [1]")).toBe("楠｜未定");
    expect(left(once, "宿題：報告書を出す｜担当：楠｜期限：三月中旬 [1]")).toBe("楠｜三月中旬");
  });
});

test("values as talk says them are those that minutes write", () => {
  expect(reasonsOf(["堀> 上げ幅は十二・五パーセントです。"], "議論：上げ幅は12.5％である。 [1]")).toEqual([]);
  expect(
    reasonsOf(["Ann> The launch is the ninth of June, agreed."], "Decision: The launch is on 9 June. [1]"),
  ).toEqual([]);
});

test("the meeting is read in linear time", async () => {
  const meeting = (length: number): string[] =>
    Array.from({ length }, (_none, index) =>
      index % 7 === 3
        ? `議長> やはり第${index}号の議案は取り下げにします。`
        : index % 7 === 0
          ? `議長> 第${index}号の議案の期限は${(index % 28) + 1}日とします。`
          : `委員> 第${index}号の議案の期限ですが、${index}人から意見がありました。`,
    );
  await expectLinearTime((length) => {
    const said = meeting(length);
    const lines = Array.from(
      { length: Math.floor(length / 14) },
      (_none, at) => `決定：第${at * 14}号の議案の期限は${((at * 14) % 28) + 1}日とする。 [${at * 14 + 1}]`,
    );
    return checked(said, ...lines);
  }, 300);
});
