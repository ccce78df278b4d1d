import { read, said } from "./read";

describe("stage directions and the course of the meeting", () => {
  it.each([
    ["（暫時休憩）"],
    ["〔江口座長退席、増井座長代理着席〕"],
    ["（拍手）"],
    ["午後二時十五分休憩"],
    ["午後二時四十分　再開"],
    ["【資料投影】"],
    ["────────────"],
    ["（この間、録音停止）"],
    ["(Laughter)"],
  ])("are nobody's words: %s", (stage) => {
    const transcript = read(
      `江口座長：述べます。\n${stage}\n続けます。\n\n${stage}\n\n増井委員：はい。\n江口座長：では。`,
      "a.txt",
    );
    expect(said(transcript)).toEqual(["江口座長@-:述べます。続けます。", "増井委員@-:はい。", "江口座長@-:では。"]);
    expect(transcript.surroundings.notes).toEqual([stage, stage]);
  });

  it.each([
    ["正午散会"],
    ["１６：４５　閉会"],
    ["閉会　午後四時"],
    ["午後四時五分に散会した。"],
    ["（午後四時終了）"],
    ["――完――"],
    ["（以上）"],
  ])("end the minutes below the last words: %s", (end) => {
    const transcript = read(`午後一時開会\n○江口座長　述べます。\n○増井委員　はい。\n${end}\n以上`, "a.txt");
    expect(said(transcript)).toEqual(["江口座長@-:述べます。", "増井委員@-:はい。"]);
    expect(transcript.surroundings.preamble).toEqual(["午後一時開会"]);
    expect(transcript.surroundings.notes).toEqual(expect.arrayContaining([end, "以上"]));
  });

  it("are taken from behind the last words of a line", () => {
    const transcript = read(
      "○江口座長　述べます。（拍手）\n○増井委員　結びます。（「賛成」と呼ぶ者あり）\n○江口座長　閉じます。――了――",
      "a.txt",
    );
    expect(said(transcript)).toEqual([
      "江口座長@-:述べます。",
      "増井委員@-:結びます。",
      "?@-:（「賛成」と呼ぶ者あり）",
      "江口座長@-:閉じます。",
    ]);
    expect(transcript.surroundings.notes).toEqual(["（拍手）", "――了――"]);
  });

  it("leave assent where it stands, and the words behind it to who asked", () => {
    const transcript = read(
      "○江口座長　原案でよろしいですか。\n　　〔「異議なし」と呼ぶ者あり〕\n　御異議なしと認めます。\n○増井委員　はい。",
      "a.txt",
    );
    expect(said(transcript)).toEqual([
      "江口座長@-:原案でよろしいですか。",
      "?@-:〔「異議なし」と呼ぶ者あり〕",
      "江口座長@-:御異議なしと認めます。",
      "増井委員@-:はい。",
    ]);
  });

  it.each(["〔全員異議なし〕", "（一同、異存なし）", "（起立全員）", "(No objections)"])("are assent: %s", (assent) => {
    const transcript = read(`江口：原案でよろしいですか。\n${assent}\n増井：はい。\n江口：では。`, "a.txt");
    expect(said(transcript)).toEqual([
      "江口@-:原案でよろしいですか。",
      `?@-:${assent}`,
      "増井@-:はい。",
      "江口@-:では。",
    ]);
  });

  it("are found behind times and between rows", () => {
    expect(said(read("[00:00:05] 江口：述べます。\n[00:01:10] （休憩）\n[00:02:00] 増井：はい。", "a.txt"))).toEqual([
      "江口@5:述べます。",
      "増井@120:はい。",
    ]);
    expect(said(read("時刻\t発言者\t発言\n0:05\t江口\t述べます。\n（休憩）\n0:09\t増井\tはい。", "a.txt"))).toEqual([
      "江口@5:述べます。",
      "増井@9:はい。",
    ]);
  });

  it.each([
    ["休憩は十時からです。"],
    ["10時再開。"],
    ["（資料一の三頁です）"],
    ["では、午後三時に閉会します。"],
    ["了解（笑）"],
  ])("are none of what may be said: %s", (words) => {
    expect(said(read(`江口：述べます。\n${words}\n増井：はい。\n江口：では。`, "a.txt"))[0]).toBe(
      `江口@-:述べます。${words}`,
    );
  });
});
