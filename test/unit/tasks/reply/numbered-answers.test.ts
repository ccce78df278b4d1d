import { numberedAnswers, reply, type ReplyRequest } from "@genai-office/shared/tasks";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { testCard } from "../../../support/test-step";
import { resultOf, ScriptedSteps } from "../scripted-steps";

const told = (intention: string, numbers: (number | undefined)[] = [undefined, undefined, undefined]) => {
  const found = numberedAnswers(
    intention,
    numbers.map((number) => (number === undefined ? {} : { number })),
  );
  return found && { ...Object.fromEntries(found.answers), rest: found.rest };
};

describe("an intention that answers by numbers", () => {
  test.each([
    ["(1)林が出席 (2)年度平均 (3)可能", { 0: "林が出席", 1: "年度平均", 2: "可能", rest: "" }],
    ["①林\n②年度平均\n③含めてよい", { 0: "林", 1: "年度平均", 2: "含めてよい", rest: "" }],
    ["1. 林、岸\n2. 1.5倍\n3. 26日に回答", { 0: "林、岸", 1: "1.5倍", 2: "26日に回答", rest: "" }],
    ["（３）は可能。（１）は後日連絡。", { 0: "後日連絡。", 2: "可能。", rest: "" }],
    ["1と2は了解、3は確認中", { 0: "了解", 1: "了解", 2: "確認中", rest: "" }],
    ["１番は可、２番は不可", { 0: "可", 1: "不可", rest: "" }],
    ["問1：林\n問3：不可\n以上", { 0: "林", 2: "不可", rest: "以上" }],
    ["林が出席。(3)は財務課に確認する", { 2: "財務課に確認する", rest: "林が出席。" }],
    ["1. Yes\n2. No, we cannot.", { 0: "Yes", 1: "No, we cannot.", rest: "" }],
  ])("%s", (intention, expected) => {
    expect(told(intention)).toEqual(expected);
  });

  test.each([
    "3名で伺う",
    "参加は 2 名、見学は 3 名",
    "1.5倍でよい",
    "2、3日待ってほしい",
    "11月 24 日に回答する",
    "(4)は可能",
    "(1)は可能 (1)は不可",
    "3. のみ",
    "様式１は12月4日、様式２は12月11日",
    "",
  ])("has none in %s", (intention) => {
    expect(told(intention)).toBeUndefined();
  });

  test("the numbers are those of the mail, where it has any", () => {
    expect(told("(2)は可能", [undefined, 1, 2])).toEqual({ 2: "可能", rest: "" });
    expect(told("(3)は可能", [undefined, 1, 2])).toBeUndefined();
    // Two lists: which (1) is meant nobody can tell.
    expect(told("(1)は可能", [1, 2, 1])).toBeUndefined();
  });
});

describe("a reply to it", () => {
  const text =
    "総合行政省　山田様\n\n次の3点を11月24日（火）までに御返信ください。\n(1) 説明会に出席される方の職名及び氏名\n(2) 予約枠の数は、4月1日時点と年度平均のどちらでしょうか。\n(3) 様式２の試算に、国の補助金による収入を含めることは可能ですか。\n\n佐伯";
  const card = testCard({ tasks: ["reply"] });
  const request = (intention: string): ReplyRequest => ({
    blocks: [{ id: "m", kind: "message", label: "手続改革推進室 佐伯 / 2026-11-19T15:27", text }],
    intention,
    tone: "polite",
    language: "ja",
    sender: "山田",
    card,
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
  });
  const answersOf = async (intention: string, answers: string) =>
    (
      await resultOf(
        reply(
          request(intention),
          new ScriptedSteps("reply", () => `結論：回答いたします。\n${answers}\n結び：以上です。`),
        ),
      )
    ).questions.map(({ answered }) => answered);

  test("of a model: what stands at the number bears out the answer, what stands at another one does not", async () => {
    const intention = "(1)主査 林 (2)年度平均 (3)可能";
    expect(
      await answersOf(intention, "回答1：主査の林が出席いたします。\n回答2：年度平均です。\n回答3：可能です。"),
    ).toEqual([true, true, true]);
    expect(await answersOf(intention, "回答1：年度平均です。\n回答2：主査の林です。\n回答3：可能です。")).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("of a model: a yes for a no does not stand", async () => {
    expect(await answersOf("(3)不可", "回答1：要確認\n回答2：要確認\n回答3：可能です。")).toEqual([
      false,
      false,
      false,
    ]);
    expect(await answersOf("(3)不可", "回答1：要確認\n回答2：要確認\n回答3：含めることはできません。")).toEqual([
      false,
      false,
      true,
    ]);
    expect(await answersOf("(3)問題ない", "回答1：要確認\n回答2：要確認\n回答3：可能です。")).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("of the embedded engine: each answer stands at its question, without the person's numbers", async () => {
    const offline = testCard({
      contract: "offline",
      contextTokens: 1_000_000,
      outputTokens: 20_000,
      tokensPerCharacter: 1,
    });
    const result = await resultOf(
      reply({ ...request("①主査 林\n②年度平均\n③財務課に確認して26日に回答"), card: offline }, createOfflineEngine()),
    );
    expect(result.parts.details).toContain("について\n　主査 林です。\n（２）");
    expect(result.parts.details).toContain("について\n　年度平均です。\n（３）");
    expect(result.parts.details).toContain("について\n　財務課に確認して26日に回答いたします。");
    expect(result.questions.map(({ answered }) => answered)).toEqual([true, true, true]);
  });
});
