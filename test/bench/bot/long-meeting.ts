/** A meeting as Teams writes it, of so many turns; with another number it is another meeting. */
export function longMeeting(number: number, turns: number): Uint8Array {
  const people = ["見本 一郎", "例示 花子", "髙﨑 美咲", "架空 健太"];
  const topics = ["窓口予約", "文書管理", "研修計画", "庁舎の移転", "広報誌", "電話の集約", "備品の更新", "勤怠の記録"];
  const cues = Array.from({ length: turns }, (_, index) => {
    const topic = topics[Math.floor(index / 12) % topics.length]!;
    const amount = 100 + number * 7 + index * 3;
    const day = (index % 28) + 1;
    const sentences = [
      `それでは、${topic}の第${number}案について説明します。費用は${amount}万円を見込んでおり、前年度から${(index % 9) + 1}%の増加です。`,
      `${topic}の件数は月に${amount * 4}件で、担当は${(index % 5) + 2}名です。現場からは手順が分かりにくいという意見が出ています。`,
      `では、${topic}の第${Math.floor(index / 4) + 1}期は10月${day}日から始めることに決定します。`,
      `承知しました。${topic}の仕様書は、私が9月${day}日までに作成します。関係する課には本日中に連絡を入れておきます。`,
    ];
    return cue(index * 9, people[index % people.length]!, sentences[index % sentences.length]!);
  });
  return new TextEncoder().encode(["WEBVTT", ...cues].join("\n\n"));
}

function cue(start: number, name: string, text: string): string {
  const at = (seconds: number): string =>
    [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
      .map((part) => String(part).padStart(2, "0"))
      .join(":");
  return `${at(start)}.000 --> ${at(start + 8)}.000\n<v ${name}>${text}</v>`;
}
