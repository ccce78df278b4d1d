import { read, said } from "./read";

const cue = (at: number, payload: string): string => `00:00:0${at}.000 --> 00:00:0${at}.900\n${payload}\n\n`;

describe("stage directions among words", () => {
  it("go from captions to the notes, alone, behind and between sentences", () => {
    const transcript = read(
      `WEBVTT\n\n${cue(1, "<v 江口 進>述べます。（拍手）続けます。</v>")}${cue(2, "<v 江口 進>（拍手）</v>")}${cue(3, "〔休憩〕")}${cue(4, "<v 増井 薫>（拍手）どうも。（大拍手の図）</v>")}`,
    );
    expect(said(transcript)).toEqual(["江口 進@1:述べます。続けます。", "増井 薫@4:どうも。（大拍手の図）"]);
    expect(transcript.surroundings.notes).toEqual(["（拍手）", "（拍手）", "〔休憩〕", "（拍手）"]);
  });

  it("go from entries of data and rows to the notes", () => {
    const entries = [
      { speaker: "江口", text: "述べます。" },
      { speaker: "江口", text: "(Applause)" },
      { speaker: null, text: "（休憩）" },
      { speaker: "増井", text: "はい。〔拍手〕" },
    ];
    const transcript = read(JSON.stringify(entries), "a.json");
    expect(said(transcript)).toEqual(["江口@-:述べます。", "増井@-:はい。"]);
    expect(transcript.surroundings.notes).toEqual(["(Applause)", "（休憩）", "〔拍手〕"]);
  });

  it("are lines of their own in the Diet's XML; assent stays, and is in nobody's mouth", () => {
    const speech = (name: string, words: string): string =>
      `<speechRecord><speaker>${name}</speaker><speech>${words}</speech></speechRecord>`;
    const transcript = read(
      `<?xml version="1.0"?><data>${speech("江口進", "○議長（江口進君）　お諮りします。\n　　　　〔「異議なし」と呼ぶ者あり〕\n　御異議なしと認めます。\n　　　　〔増井薫君登壇〕")}${speech("増井薫", "○増井薫君　増井です。（拍手）まず、\n　　　　―――――――――――――\n一言申します。\n　　　午後零時二分散会")}</data>`,
      "a.xml",
    );
    expect(said(transcript)).toEqual([
      "江口進@-:お諮りします。",
      "?@-:〔「異議なし」と呼ぶ者あり〕",
      "江口進@-:御異議なしと認めます。",
      "増井薫@-:増井です。まず、一言申します。",
    ]);
    expect(transcript.surroundings.notes).toEqual([
      "〔増井薫君登壇〕",
      "―――――――――――――",
      "午後零時二分散会",
      "（拍手）",
    ]);
  });

  it("part assent from who asked within a line", () => {
    const transcript = read(
      "○江口座長　よろしいですか。（「異議なし」と呼ぶ者あり）では、決めます。\n○増井委員　はい。\n午後零時五分閉会",
      "a.txt",
    );
    expect(said(transcript)).toEqual([
      "江口座長@-:よろしいですか。",
      "?@-:（「異議なし」と呼ぶ者あり）",
      "江口座長@-:では、決めます。",
      "増井委員@-:はい。",
    ]);
  });

  it.each([
    "次は（拍手）の項です。",
    "了解です。（笑）では。",
    "提案です。（資料一の三頁です）では。",
    "はい（賛成）。",
  ])("are none of these: %s", (words) => {
    expect(said(read(`WEBVTT\n\n${cue(1, `<v 江口>${words}</v>`)}`))).toEqual([`江口@1:${words}`]);
  });

  it("of a voice that says nothing else but assents stay its own", () => {
    expect(said(read(`WEBVTT\n\n${cue(1, "<v 江口>（異議なし）</v>")}`))).toEqual(["江口@1:（異議なし）"]);
  });
});
