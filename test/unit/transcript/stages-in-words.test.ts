import { read, said } from "./read";

const cue = (at: number, payload: string): string => `00:00:0${at}.000 --> 00:00:0${at}.900\n${payload}\n\n`;

describe("stage directions among words", () => {
  it("go from captions to the notes, alone, behind and between sentences", () => {
    const transcript = read(
      `WEBVTT\n\n${cue(1, "<v 江口 進>述べます。（拍手）続けます。</v>")}${cue(2, "<v 江口 進>（拍手）</v>")}${cue(3, "〔休憩〕")}${cue(4, "<v 増井 薫>（拍手）どうも。（大拍手の図）</v>")}`,
    );
    expect(said(transcript)).toEqual(["江口 進@1:述べます。続けます。", "増井 薫@4:どうも。（大拍手の図）"]);
    expect(transcript.surroundings.notes).toEqual(["（拍手）", "〔休憩〕", "（拍手）", "（拍手）"]);
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

  const first =
    "○議長（江口進君）　お諮りします。\n　　　　〔「異議なし」と呼ぶ者あり〕\n　御異議なしと認めます。\n　　　　〔増井薫君登壇、拍手〕";
  const second =
    "○増井薫君　増井です。（拍手）まず、\n　　　　――――◇――――\n　　　　〔報告書は巻末に掲載〕\n一言申します。\n　　　午後零時二分散会";
  const notes = ["〔増井薫君登壇、拍手〕", "――――◇――――", "〔報告書は巻末に掲載〕", "午後零時二分散会", "（拍手）"];

  it("are lines of their own in the Diet's XML; assent stays in brackets, and each record is one speech", () => {
    const speech = (name: string, words: string): string =>
      `<speechRecord><speaker>${name}</speaker><speech>${words}</speech></speechRecord>`;
    const transcript = read(
      `<?xml version="1.0"?><data>${speech("江口進", first)}${speech("増井薫", second)}</data>`,
      "a.xml",
    );
    expect(said(transcript)).toEqual([
      "江口進@-:お諮りします。〔「異議なし」と呼ぶ者あり〕御異議なしと認めます。",
      "増井薫@-:増井です。まず、一言申します。",
    ]);
    expect(transcript.surroundings.notes).toEqual(notes);
  });

  it("are the same in the Diet's JSON, whose record of the head is no speech", () => {
    const speechRecord = [
      { speechOrder: 0, speaker: "会議録情報", speech: "令和八年四月十日\n　　　午後一時開議" },
      { speechOrder: 1, speaker: "江口進", speech: first },
      { speechOrder: 2, speaker: "増井薫", speech: second },
    ];
    const transcript = read(
      JSON.stringify({ numberOfRecords: 1, meetingRecord: [{ issueID: "1", speechRecord }] }),
      "a.json",
    );
    expect(said(transcript)).toEqual([
      "江口進@-:お諮りします。〔「異議なし」と呼ぶ者あり〕御異議なしと認めます。",
      "増井薫@-:増井です。まず、一言申します。",
    ]);
    expect(transcript.surroundings.notes).toEqual(notes);
    expect(transcript.surroundings.preamble).toEqual(["令和八年四月十日", "午後一時開議"]);
  });

  it("are lines of captions", () => {
    const transcript = read(`WEBVTT\n\n${cue(1, "（拍手）\n述べます")}${cue(2, "10時再開\n")}`);
    expect(said(transcript)).toEqual(["?@1:述べます", "?@2:10時再開"]);
    expect(transcript.surroundings.notes).toEqual(["（拍手）"]);
  });

  it("leave assent within a line where it stands", () => {
    const text =
      "○江口座長　よろしいですか。（「異議なし」と呼ぶ者あり）では、決めます。（拍手）次です。\n○増井委員　はい。";
    expect(said(read(text, "a.txt"))).toEqual([
      "江口座長@-:よろしいですか。（「異議なし」と呼ぶ者あり）では、決めます。次です。",
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
