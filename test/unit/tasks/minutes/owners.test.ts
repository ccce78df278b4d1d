import { doersOf, type Spoken } from "../../../../shared/src/tasks/minutes/owners/doers";
import { mayBeSame, mentionsOf } from "../../../../shared/src/tasks/minutes/owners/name-spellings";
import { parseAction } from "../../../../shared/src/tasks/minutes/parse-action";

const people = ["山田", "西", "小林 修 (会計課)", "大野", "事務局（黒木課長）"];

/** Who does the task: utterances before 「|」 are cited, those behind it follow. */
const doers = (task: string, ...said: string[]): string[] => {
  const at = said.indexOf("|");
  const spoken = said
    .filter((one) => one !== "|")
    .map((one): Spoken => ({ speaker: one.split("> ")[0]!, text: one.split("> ")[1]! }));
  const cited = at < 0 ? spoken : spoken.slice(0, at);
  return doersOf(task, { cited, before: [], following: spoken.slice(cited.length), people }).map(({ name }) => name);
};

describe("who does a thing", () => {
  test.each([
    [
      "支出計画の案を作成する",
      [
        "山田> 小林さん、支出計画の案を6月5日までに作っていただけますか。",
        "|",
        "小林 修 (会計課)> 分かりました。",
        "大野> 次に規程です。",
      ],
      ["小林さん"],
    ],
    ["報告書を作成する", ["山田> 報告書は西さんが書いてください。", "西> はい、書きます。"], ["西さん", "西"]],
    ["鍵を渡す", ["山田> 鍵の引渡しは、どなたかお願いできますか。", "|", "大野> 私がやります。"], ["大野"]],
    ["写真を整理する", ["西> 写真の整理をしておきます。", "|", "山田> 助かります。"], ["西"]],
    ["報告書を提出する", ["山田> 報告書は総務課に出してください。", "西> 私が出します。"], ["西"]],
    [
      "名簿を点検する",
      ["山田> 西さんは職員の研修を、大野さんは名簿の点検をお願いします。", "西> はい。", "大野> 承知しました。"],
      ["大野さん", "大野"],
    ],
    ["送り状を作成する", ["大野> 西さんが送り状を作ると聞いています。", "西> はい、作ります。"], ["西さん", "西"]],
    ["予算を説明する", ["山田> 予算について説明がありました。"], []],
  ])("%s: %j", (task, said, expected) => {
    expect(doers(task, ...said)).toEqual(expected);
  });
});

test.each([
  ["西川", "業者・西川", true],
  ["業者・西川", "業者・西川", true],
  ["西川（東都システムズ）", "業者・西川", true],
  ["厚生労働省・久慈", "厚労省・久慈", true],
  ["厚生労働省（久慈）", "厚労・久慈", true],
  ["厚生労働省", "厚労省・久慈", true],
  ["国土交通省", "国交", true],
  ["米倉理事", "参考人・米倉", true],
  ["白石構成員", "構成員・白石", true],
  ["経産省", "議長（経産・手塚）", true],
  ["手塚", "議長（経産・手塚）", true],
  ["相馬", "バス会社・相馬", true],
  ["業者・栗原", "業者・西川", false],
  ["構成員・立花", "構成員・白石", false],
  ["事務局（城）", "事務局（堤）", false],
  ["国土交通省・樋渡", "国土交通省・辻", false],
  ["総務省", "厚労省・久慈", false],
  ["厚労省さん", "厚労・久慈", true],
  ["業者・木村", "業者・西川", false],
  ["木村", "業者・木村", true],
  ["日下部委員", "委員・日下部", true],
  ["委員・日下部", "委員・別府", false],
  ["総務部", "総務部・西", true],
])("%s and %s are one: %s", (one, other, same) => {
  expect(mayBeSame(one, other)).toBe(same);
  expect(mayBeSame(other, one)).toBe(same);
});

test("names are compared by what people are called", () => {
  expect(mayBeSame("小林", "小林 修 (会計課)")).toBe(true);
  expect(mayBeSame("会計課", "小林 修 (会計課)")).toBe(true);
  expect(mayBeSame("黒木課長", "事務局（黒木課長）")).toBe(true);
  expect(mayBeSame("Priya", "Priya Shah")).toBe(true);
  expect(mayBeSame("林", "小林 修")).toBe(false);
  expect(mayBeSame("修", "小林 修")).toBe(false);
  // Any letters may stand in a name.
  expect(mentionsOf("Jean-Luc* (R&D/[x]) will do it.", "Jean-Luc* (R&D/[x])")).toHaveLength(1);
  expect(mentionsOf("西日本の件は西さんが担当します。", "西")).toEqual([{ start: 6, end: 9 }]);
});

test.each([
  ["支出計画の案を作成する。｜担当：小林 修 (会計課)｜期限：6月5日(金)", "小林 修 (会計課)", "6月5日(金)"],
  ["支出計画（案）を作成する。（担当：小林（会計課）、期限：6月5日（金））", "小林（会計課）", "6月5日（金）"],
  ["支出計画の案を作成する (Owner: Kim Lee (HQ); Due: May 3)", "Kim Lee (HQ)", "May 3"],
  ["支出計画の案を作成する｜担当: 未定｜期限: なし。", "", ""],
])("a bracket belongs to the value that opened it: %s", (line, owner, due) => {
  expect(parseAction(line)).toMatchObject({ owner, due });
});
