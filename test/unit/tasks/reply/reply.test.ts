import { reply, salutationFor, type ReplyRequest } from "@genai-office/shared/tasks";
import type { Block } from "@genai-office/shared/vocabulary";
import { parseStep } from "../../../../relay/src/routes/step-schema";
import { answered, cardWith, failed } from "../scripted-runner";
import { eventsOf, resultOf, ScriptedSteps } from "../scripted-steps";

const card = cardWith(8192, { outputTokens: 2048, tokensPerCharacter: 1.2, tasks: ["reply"] });

const thread: Block[] = [
  mail("m1", "施設管理課 佐藤 / 2025-10-01T09:00", "現地調査の希望日をお知らせください。"),
  mail(
    "m2",
    "株式会社青葉設計　担当 / 2025-10-02T14:30 / 庁舎の改修に関する質問",
    "施設管理課　御担当者様\nいつもお世話になっております。\n・調査は、１０月１５日（水）の午後１時から可能でしょうか。\n・当日は、屋上に上がることはできますか。\n・既存の図面は、電子データでお貸しいただけますでしょうか。\nよろしくお願い申し上げます。",
  ),
];

function mail(id: string, label: string, text: string): Block {
  return { id, label, text, kind: "message" };
}

function request(more: Partial<ReplyRequest> = {}): ReplyRequest {
  return {
    blocks: thread,
    intention: "10月15日の午後1時からで問題ない。図面はPDFで貸せる",
    tone: "polite",
    language: "ja",
    sender: "施設管理課 佐藤",
    card,
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    ...more,
  };
}

const run = (answer: string, more: Partial<ReplyRequest> = {}) =>
  resultOf(reply(request(more), new ScriptedSteps("reply", () => answer)));

const good = `宛名：株式会社青葉設計　御担当者様
挨拶：お世話になっております。施設管理課の佐藤です。
結論：現地調査についての御質問に、次のとおり回答いたします。
回答1：10月15日（水）の午後1時からで問題ありません。
回答2：要確認
回答3：図面はPDFでお貸しできます。
詳細：なし
結び：どうぞよろしくお願いいたします。
署名：施設管理課 佐藤`;

const codes = (findings: { code: string }[]): string[] => [...new Set(findings.map(({ code }) => code))];

describe("reply", () => {
  test("parts in their order, every question answered or marked", async () => {
    const result = await run(good, { subject: "庁舎の改修に関する質問" });
    expect(result.subject).toBe("Re: 庁舎の改修に関する質問");
    expect(result.questions.map(({ answered: is, blockId }) => [blockId, is])).toEqual([
      ["m2", true],
      ["m2", false],
      ["m2", true],
    ]);
    expect(result.text).toBe(
      [
        "株式会社青葉設計　御担当者様",
        "お世話になっております。施設管理課の佐藤です。",
        "現地調査についての御質問に、次のとおり回答いたします。",
        [
          "（１）「調査は、１０月１５日（水）の午後１時から可能でしょうか。」について\n　10月15日（水）の午後1時からで問題ありません。",
          "（２）「当日は、屋上に上がることはできますか。」について\n　【要確認】",
          "（３）「既存の図面は、電子データでお貸しいただけますでしょうか。」について\n　図面はPDFでお貸しできます。",
        ].join("\n"),
        "どうぞよろしくお願いいたします。",
        "施設管理課 佐藤",
      ].join("\n\n"),
    );
    expect(codes(result.findings)).toEqual(["question-unanswered"]);
    expect(result.models).toEqual(["scripted"]);
  });

  test("the step carries thread and intention, nothing of the subject, and marks no question as answered by its own words", async () => {
    const runner = new ScriptedSteps("reply", () => good);
    await resultOf(reply(request({ subject: "庁舎" }), runner));
    expect(runner.steps[0]).toMatchObject({
      promptVersion: "reply/2",
      options: { intention: request().intention, tone: "polite", language: "ja", sender: "施設管理課 佐藤" },
    });
    expect(JSON.stringify(runner.steps[0])).not.toContain('"subject"');
  });

  test("a subject and names of attachments of any length are taken by the relay", async () => {
    const runner = new ScriptedSteps("reply", () => good);
    const names = Array.from(
      { length: 30 },
      (_, at) => `別紙${at + 1}_施設の利用状況に関する調査票（記入例を含む）𠮷.xlsx`,
    );
    const label = `株式会社青葉設計　担当 / 2025-10-02T14:30 / ${"照会".repeat(80)} / 添付：${names.join("、")}`;
    await resultOf(reply(request({ blocks: [thread[0]!, { ...thread[1]!, label }] }), runner));
    const [step] = runner.steps;
    expect(parseStep(step)).toEqual(step);
    expect(step!.blocks[1]!.label).toContain("別紙1_施設の利用状況に関する調査票");
    expect(step!.blocks[1]!.label).not.toMatch(/[\ud800-\udbff]$/u);
  });

  test("an answer that nobody gave is marked, although the model gave it", async () => {
    const result = await run(good.replace("回答2：要確認", "回答2：はい、屋上に上がることができます。"));
    expect(result.questions[1]!.answered).toBe(false);
    expect(result.text).toContain("【要確認】はい、屋上に上がることができます。");
    expect(codes(result.findings)).toContain("question-unanswered");
  });

  test.each([
    [
      "a date",
      "結び：どうぞよろしくお願いいたします。",
      "結び：10月20日までに御連絡します。",
      "figure-not-in-source",
      "10月20日",
    ],
    ["an amount", "詳細：なし", "詳細：費用は50万円です。", "figure-not-in-source", "50万円"],
    ["a promise", "詳細：なし", "詳細：鍵を手配いたします。", "promise-not-in-source", "手配いたします"],
    ["a day in words", "詳細：なし", "詳細：来週、鍵をお貸しできます。", "figure-not-in-source", "来週"],
    ["the end of a month", "詳細：なし", "詳細：図面は今月末になります。", "figure-not-in-source", "今月末"],
    ["a share of a price", "詳細：なし", "詳細：複写は無料です。", "figure-not-in-source", "無料"],
    ["a small number", "詳細：なし", "詳細：調査は3日後です。", "figure-not-in-source", "3日"],
    ["a humble deed", "詳細：なし", "詳細：費用はお支払いします。", "promise-not-in-source", "お支払いします"],
    ["a plain deed", "詳細：なし", "詳細：費用は当課が持ちます。", "promise-not-in-source", "持ちます"],
    ["an assurance", "詳細：なし", "詳細：必ず間に合います。", "promise-not-in-source", "必ず"],
  ])("not in thread or intention: %s", async (_name, from, to, code, found) => {
    const result = await run(good.replace(from, to));
    const finding = result.findings.find((one) => one.code === code)!;
    expect(finding).toMatchObject({ severity: "error", values: { found } });
    expect(result.text.slice(finding.output!.start, finding.output!.end)).toBe(found);
  });

  test("links and pictures of the model do not get into the mail", async () => {
    const result = await run(
      good.replace("詳細：なし", "詳細：資料は[こちら](https://evil.test/?q=1)と https://evil.test/2 です。"),
    );
    expect(result.text).not.toContain("evil.test");
    expect(result.findings.filter(({ code }) => code === "link-not-in-source")).toHaveLength(2);
  });

  test("a reply is not addressed to whoever writes it", async () => {
    const own = good.replace("宛名：株式会社青葉設計　御担当者様", "宛名：施設管理課 佐藤様");
    const result = await run(own);
    expect(result.parts.salutation).toBe("株式会社青葉設計　御担当者様");
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: "addressee-is-sender", values: { found: "施設管理課 佐藤様" } }),
    );
    const namesake = [mail("m", "工事課 佐藤 / 2025-10-02", "現地調査の希望日をお知らせください。")];
    const kept = await run("宛名：佐藤様\n結論：10月15日です。", { blocks: namesake });
    expect(kept.parts.salutation).toBe("佐藤様");
  });

  test("address and signature are not the model's to invent", async () => {
    const result = await run(
      good
        .replace("宛名：株式会社青葉設計　御担当者様", "宛名：鈴木太郎様")
        .replace(/署名：.*/, "署名：山本 03-1234-5678"),
    );
    expect(result.parts.salutation).toBe("株式会社青葉設計　御担当者様");
    expect(result.parts.signature).toBe("施設管理課 佐藤");
    expect(codes(result.findings)).toContain("addressee-not-in-source");
    const withoutSender = request();
    delete withoutSender.sender;
    const unsigned = resultOf(
      reply(withoutSender, new ScriptedSteps("reply", () => good.replace(/署名：.*/, "署名：山本 03-1234-5678"))),
    );
    expect((await unsigned).parts.signature).toBe("");
  });

  test.each([
    ["bold and bracketed labels", good.replace(/^([^：\n]+)：/gm, "**【$1】** ")],
    ["headings", good.replace(/^([^：\n]+)：/gm, "## $1\n")],
    [
      "full-width numbers and half-width colons",
      good.replace(
        /回答(\d)：/g,
        (_all, digit: string) => `回答${String.fromCharCode(digit.charCodeAt(0) + 0xfee0)}: `,
      ),
    ],
    [
      "a preface, thinking and the quoted thread",
      `<think>考え中</think>\n以下が返信案です。\n\n${good}\n\n-----Original Message-----\n> 当日は、屋上に上がることはできますか。`,
    ],
  ])("other formats are read: %s", async (_name, answer) => {
    const expected = await run(good);
    const result = await run(answer);
    expect(result.parts).toEqual(expected.parts);
    expect(result.questions).toEqual(expected.questions);
  });

  test("a mail without labels is taken apart, and what it does not answer is added", async () => {
    const result = await run(
      "株式会社青葉設計　御担当者様\n\nお世話になっております。施設管理課の佐藤です。\n\n調査は10月15日の午後1時からで問題ありません。図面はPDFでお貸しできます。\n\nよろしくお願いいたします。\n\n佐藤",
    );
    expect(result.parts.salutation).toBe("株式会社青葉設計　御担当者様");
    expect(result.parts.greeting).toBe("お世話になっております。施設管理課の佐藤です。");
    expect(result.parts.conclusion).toBe("調査は10月15日の午後1時からで問題ありません。図面はPDFでお貸しできます。");
    expect(result.parts.closing).toBe("よろしくお願いいたします。");
    expect(result.questions.map(({ answered: is }) => is)).toEqual([true, false, true]);
    expect(result.parts.details).toBe("（２）「当日は、屋上に上がることはできますか。」について\n　【要確認】");
  });

  test("missing answer lines and an answer too many lose nothing", async () => {
    const result = await run(`${good.replace(/回答[23]：.*\n/g, "")}\n回答9：別の話です。`);
    expect(result.questions.map(({ answered: is }) => is)).toEqual([true, false, false]);
    expect(result.text).not.toContain("別の話");
    expect(result.text.match(/【要確認】/g)).toHaveLength(2);
  });

  test("an English answer where Japanese was asked for is an error that people see", async () => {
    const result = await run("Dear Sirs,\n\nThank you for your mail. The survey can start at one.\n\nBest regards");
    expect(result.findings).toContainEqual(expect.objectContaining({ code: "output-language", severity: "error" }));
  });

  test("an English reply", async () => {
    const result = await run(
      "Salutation: Dear Ms Green,\nGreeting: Thank you for your mail.\nConclusion: We can come.\nAnswer 1: Yes, we will attend on 5 December.\nAnswer 2: To be confirmed\nClosing: Kind regards,\nSignature: Someone",
      {
        language: "en",
        intention: "we attend on 5 December",
        sender: "Sato, Facilities",
        blocks: [mail("e", "Ms Green / 2025-11-01", "Will you attend on 5 December? How many people will come?")],
      },
    );
    expect(result.questions.map(({ answered: is }) => is)).toEqual([true, false]);
    expect(result.text).toContain('2. "How many people will come?"\n[To be confirmed]');
    expect(codes(result.findings)).toEqual(["question-unanswered"]);
  });

  test("what the mail asks of somebody else by name needs no answer; what it asks of me by name does", async () => {
    const shared = mail(
      "m3",
      "総務係 中村 / 2025-10-03T09:00",
      "佐藤さん、三浦さん\n三浦さんは、名簿の更新をお願いします。\n佐藤さん、鍵はどこにありますか。\n会場は第２会議室でよろしいでしょうか。",
    );
    const lines = (answer: string): string =>
      `結論：${answer}\n回答1：要確認\n回答2：要確認\n結び：よろしくお願いします。`;
    const result = await run(lines("参加は8名です。"), { blocks: [shared], intention: "参加は8名" });
    expect(result.questions.map(({ text, answered: is }) => [text, is])).toEqual([
      ["佐藤さん、鍵はどこにありますか。", false],
      ["会場は第２会議室でよろしいでしょうか。", false],
    ]);
    expect(result.text).not.toContain("三浦さん");
    expect(result.text.match(/【要確認】/g)).toHaveLength(2);
  });

  test("the mail that is answered is the newest of somebody else", async () => {
    const result = await run(good, {
      blocks: [...thread, mail("m3", "施設管理課 佐藤 / 2025-10-03", "追って連絡いたします。駐車場は要りますか。")],
    });
    expect(new Set(result.questions.map(({ blockId }) => blockId))).toEqual(new Set(["m2"]));
  });

  test("a thread that is too long keeps the mail that is answered, and says what was left out", async () => {
    const old = Array.from({ length: 40 }, (_one, index) =>
      mail(`o${index}`, `担当${index}`, "経緯の説明です。".repeat(60)),
    );
    const runner = new ScriptedSteps("reply", () => good);
    const result = await resultOf(reply(request({ blocks: [...old, ...thread] }), runner));
    const sent = runner.steps[0]!.blocks;
    expect(sent.map(({ id }) => id)).toEqual(expect.arrayContaining(["m1", "m2"]));
    expect(sent.length).toBeLessThan(42);
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: "thread-shortened", values: { blocks: 42 - sent.length } }),
    );
    const huge = mail("h", "青葉設計", `${"長い説明が続きます。".repeat(2000)}図面はお借りできますか。`);
    const one = new ScriptedSteps("reply", () => good);
    const shortened = await resultOf(reply(request({ blocks: [huge] }), one));
    expect(one.steps[0]!.blocks[0]!.text.length).toBeLessThan(5000);
    expect(one.steps[0]!.blocks[0]!.text).toContain("図面はお借りできますか。");
    expect(shortened.questions).toHaveLength(1);
  });

  test("cut answers, too large threads, empty answers and an empty thread", async () => {
    const last = async (
      script: ConstructorParameters<typeof ScriptedSteps<"reply">>[1],
      more: Partial<ReplyRequest> = {},
    ) => (await eventsOf(reply(request(more), new ScriptedSteps("reply", script)))).at(-1)!;
    expect(await last((_step, call) => (call === 1 ? answered("宛名：", "length") : good))).toMatchObject({
      type: "completed",
    });
    expect(await last(() => answered("宛名：", "length"))).toMatchObject({ error: { code: "output-truncated" } });
    expect(await last(() => failed("input-too-large"))).toMatchObject({ error: { code: "input-too-large" } });
    expect(await last(() => "宛名：青葉設計様")).toMatchObject({ error: { code: "output-empty" } });
    expect(await last(() => good, { blocks: [mail("x", "a", " ")] })).toMatchObject({
      error: { code: "source-empty" },
    });
  });
});

test.each([
  ["統計調査室　担当 / 2025-11-10T09:12 / 依頼", "統計調査室　御担当者様"],
  ["佐藤花子（総務課） 2025-11-10 09:12", "総務課　佐藤花子様"],
  ["佐藤 花子 <sato@example.jp>", "佐藤 花子様"],
  ["環境省 総務課", "環境省 総務課　御中"],
  ["sato@example.jp", ""],
  ["seisaku-2 / 2025-11-10 09:12 / 依頼", "御担当者様"],
])("salutation for %s", (label, expected) => {
  expect(salutationFor(mail("a", label, "x"), "ja")).toBe(expected);
});
