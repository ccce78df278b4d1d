import { findRequests } from "@genai-office/shared/tasks";

const conditions = (text: string) => findRequests({ id: "m", text }).map(({ condition }) => condition);

describe("a request under a condition", () => {
  test.each([
    ["訂正がある場合のみ、15日までにお知らせください。", "訂正がある場合のみ"],
    ["なお、代理の方が出席される場合は、氏名を併せて御連絡願います。", "代理の方が出席される場合"],
    ["御異議がございましたら、今週中に御連絡ください。", "御異議がございましたら"],
    ["提出が困難であれば、早めに御相談ください。", "提出が困難であれば"],
    ["別紙２を提出してください（指摘があった場合に限る）。", "指摘があった場合に限る"],
    ["様式２は、指摘事項がある場合に限り提出してください。", "指摘事項がある場合に限り"],
    ["会場での参加を希望する方は、受付票を印刷してください。", "会場での参加を希望する方"],
    ["オンラインでの参加を御希望の方は、その旨を備考欄に御記入ください。", "オンラインでの参加を御希望の方"],
    ["登録を希望される府省庁におかれましては、様式を提出してください。", "登録を希望される府省庁"],
    ["出席者に変更が生じた課室は、名簿をお送り願います。", "出席者に変更が生じた課室"],
    ["要望がある課にあっては、様式を登録願います。", "要望がある課"],
    ["御意見を10日までに登録してください（意見がない場合は登録不要）。", "意見がない場合は登録不要"],
    ["If any change is needed, please return the form.", "If any change is needed"],
    ["Please fill in part B, if applicable.", "if applicable"],
    ["Please fill in part B if applicable.", "if applicable"],
  ])("%s", (text, condition) => {
    expect(conditions(text)).toEqual([condition]);
  });

  test.each([
    "該当がない場合も、その旨を御回答ください。",
    "可能であれば、明日までに名簿を送ってください。",
    "差し支えなければ、理由を教えていただけますか。",
    "お手すきの際に、資料を御確認いただけますか。",
    "回答の際は、様式１を使用してください。",
    "Could you let me know if the room is free?",
    "We would be grateful if you could send the list.",
    "If you do so, please include the report.",
    "If possible, please send the list today.",
  ])("none in: %s", (text) => {
    expect(conditions(text)).toEqual([undefined]);
  });
});

describe("a sentence that releases from a request", () => {
  test.each([
    [
      "議事録案を御確認の上、27日までに御意見をお寄せください。修正がなければ返信は不要です。",
      "修正がなければ返信は不要です",
    ],
    [
      "内容を御確認ください。\n10日までに回答がない場合は、異議なしとして取り扱います。",
      "10日までに回答がない場合は、異議なしとして取り扱います",
    ],
    [
      "Please check the draft by Friday. If you have no comments, no reply is necessary.",
      "If you have no comments, no reply is necessary",
    ],
  ])("is told with it: %s", (text, condition) => {
    expect(conditions(text)).toEqual([condition]);
  });

  it("releases from nothing that is asked in any case, nor from what stands before another request", () => {
    expect(conditions("修正の有無にかかわらず御返信ください。修正がなければ返信は不要です。")).toEqual([undefined]);
    expect(conditions("名簿を提出してください。案を御確認ください。修正がなければ返信は不要です。")).toEqual([
      undefined,
      "修正がなければ返信は不要です",
    ]);
    expect(conditions("案を御確認ください。登壇者の変更がなければ、日程表の返送は不要です。")).toEqual([undefined]);
  });
});
