import { read, said, troubles } from "./read";

describe("hours and minutes of the day", () => {
  it.each([
    ["before names", "13:30 柴崎　本件を述べます。\n13:32 黒岩　はい。\n13:45 柴崎　では。", [0, 120, 900]],
    ["in brackets", "[９：１５] 柴崎：本件を述べます。\n[９：１６] 黒岩：はい。\n[９：１６] 柴崎：では。", [0, 60, 60]],
    ["behind names", "柴崎（14:07）述べます。\n黒岩（14:20）はい。\n柴崎（14:59）では。", [0, 780, 3120]],
    [
      "in tables",
      "時刻\t発言者\t発言\n15:45\t柴崎\t述べます。\n15:50\t黒岩\tはい。\n16:10\t柴崎\tでは。",
      [0, 300, 1500],
    ],
    [
      "with more words than seconds hold",
      `10:07 柴崎　${"長い説明が続きます。".repeat(30)}\n10:09 黒岩　${"長い返事が続きます。".repeat(30)}\n10:12 柴崎　では。`,
      [0, 120, 300],
    ],
  ])("are counted from the first: %s", (_form, text, starts) => {
    const transcript = read(text, "a.txt");
    expect(transcript.utterances.map(({ start }) => start)).toEqual(starts);
    expect(troubles(transcript)).toEqual(["clock-times"]);
  });

  it.each([
    ["a recording from its beginning", "0:02 柴崎　述べます。\n9:10 黒岩　はい。\n12:00 柴崎　では。", [2, 550, 720]],
    [
      "a later part, as fast as people speak",
      "10:07 柴崎　これから先ほどの件を説明いたします。\n10:11 黒岩　はい、お願いいたします。\n10:13 柴崎　では。",
      [607, 611, 613],
    ],
    [
      "minutes beyond a day's hours",
      "22:00 柴崎　述べます。\n23:58 黒岩　はい。\n24:10 柴崎　では。",
      [1320, 1438, 1450],
    ],
    ["hours within", "0:10:00 柴崎　述べます。\n0:10:05 黒岩　はい。\n0:11:00 柴崎　では。", [600, 605, 660]],
    ["fractions", "[10:00.000] 柴崎：述べます。\n[10:05.000] 黒岩：はい。\n[10:30.000] 柴崎：では。", [600, 605, 630]],
  ])("are not what a recording counts: %s", (_kind, text, starts) => {
    const transcript = read(text, "a.txt");
    expect(transcript.utterances.map(({ start }) => start)).toEqual(starts);
    expect(troubles(transcript)).toEqual([]);
  });

  it("keep who speaks", () => {
    expect(said(read("13:30 柴崎　述べます。\n13:32 黒岩　はい。", "a.txt"))).toEqual([
      "柴崎@0:述べます。",
      "黒岩@120:はい。",
    ]);
  });
});
