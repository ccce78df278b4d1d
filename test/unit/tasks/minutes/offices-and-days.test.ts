import { mayBeSame } from "../../../../shared/src/tasks/minutes/owners/name-spellings";
import { checkMinutes } from "../../../../shared/src/tasks/minutes/check-minutes";
import { parseMinutes } from "../../../../shared/src/tasks/minutes/parse-minutes";
import type { Block } from "@genai-office/shared/vocabulary";
import { cardWith } from "../scripted-runner";

const utterance = (number: number, label: string, text: string): Block => ({
  id: `u${number}`,
  kind: "utterance",
  label,
  text,
});

/** What became of owner and date of an action that cites everything that was said. */
function checked(line: string, ...blocks: Block[]): { owner: string; due: string } | undefined {
  const draft = parseMinutes(
    line,
    blocks.map((block) => ({ block, sources: [block.id] })),
  );
  const request = {
    blocks,
    card: cardWith(8192),
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    date: "2026-09-15",
  } as const;
  const [action] = checkMinutes(draft, request, blocks).actions;
  return action && { owner: action.owner, due: action.due };
}

test.each([
  ["市道路課", "市道路課 増渕"],
  ["増渕", "市道路課 増渕"],
  ["福祉協議会", "福祉協議会 大類"],
  ["サンライト 八木氏", "八木 (サンライト)"],
  ["ソフトリンク", "高梨 (ソフトリンク)"],
  ["スミス", "講師 (スミス)"],
])("%s may be %s", (owner, label) => {
  expect(mayBeSame(owner, label)).toBe(true);
});

test.each([
  ["市道路課 増渕", "市道路課 大類"],
  ["市水道課", "市道路課 増渕"],
  ["Novak (ソフトリンク)", "高梨 (ソフトリンク)"],
])("%s is not %s", (owner, label) => {
  expect(mayBeSame(owner, label)).toBe(false);
});

describe("days in the words of minutes", () => {
  const said = [
    utterance(1, "増渕課長", "大類さん、地図を送ってもらえますか。"),
    utterance(2, "大類係長", "はい、今日の１５時までに送ります。"),
  ];

  test.each(["本日15時", "今日15時"])("%s is what was said", (due) => {
    expect(checked(`宿題：地図の送付｜担当：大類係長｜期限：${due} [1,2]`, ...said)?.due).toContain(due);
  });

  test("the hour of another day is not", () => {
    expect(checked("宿題：地図の送付｜担当：大類係長｜期限：明日15時 [1,2]", ...said)?.due).toBe("未定");
  });

  test("「昼までに」 is 正午", () => {
    const noon = [said[0]!, utterance(2, "大類係長", "はい、明日の昼までに送ります。")];
    expect(
      checked("宿題：地図を明日の正午までに送付する｜担当：大類係長｜期限：明日正午 [1,2]", ...noon)?.due,
    ).toContain("明日正午");
  });

  test("months and weeks that were named from the day of the meeting", () => {
    const asked = utterance(1, "増渕課長", "大類さん、掲示はいつ出せますか。");
    const said = utterance(2, "大類係長", "来月の半ばまでに掲示を出します。");
    expect(checked("宿題：掲示を出す｜担当：大類係長｜期限：10月中旬 [1,2]", asked, said)?.due).toBe("10月中旬");
    expect(checked("宿題：掲示を出す｜担当：大類係長｜期限：11月中旬 [1,2]", asked, said)?.due).toBe("未定");
  });

  test("who waits for a thing does not do it", () => {
    const waits = utterance(1, "増渕課長", "配線の点検が済めば、来月から入れます。");
    const does = utterance(2, "大類係長", "点検はうちでやります。木曜までに終わらせます。");
    const owner = (name: string): string | undefined =>
      checked(`宿題：配線の点検｜担当：${name}｜期限：未定 [1,2]`, waits, does)?.owner;
    expect(owner("大類係長")).toBe("大類係長");
    expect(owner("増渕課長")).toBe("未定");
  });

  test("who takes up a request and passes it on does it", () => {
    const asked = utterance(1, "増渕課長", "では、看板の修理をすぐに発注してください。");
    const said = utterance(2, "大類係長", "はい、今週中に頼みます。");
    expect(checked("宿題：看板の修理の発注｜担当：大類係長｜期限：今週中 [1,2]", asked, said)?.owner).toBe("大類係長");
  });
});
