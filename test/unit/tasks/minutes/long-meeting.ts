import type { Block } from "@genai-office/shared/vocabulary";

const subjects = ["窓口", "倉庫", "道路", "学校", "図書館", "水道", "保育所", "公園", "橋梁", "統計"];
const speakers = ["議長", "総務課", "財政課", "山田委員", "佐藤委員"];

/** A planted decision and action of the meeting, with the ids of their utterances. */
export interface LongMeeting {
  blocks: Block[];
  /** Ids of the utterances in which something is decided, in order. */
  decided: string[];
  /** Ids of the utterances in which something is promised, in order. */
  promised: string[];
}

/** A meeting of about so many characters: every topic is introduced, discussed, decided, and leaves something to do. */
export function longMeeting(characters: number): LongMeeting {
  const meeting: LongMeeting = { blocks: [], decided: [], promised: [] };
  let written = 0;
  const say = (speaker: string, text: string): string => {
    const id = `u${meeting.blocks.length + 1}`;
    const minutes = Math.floor(written / 300);
    const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00`;
    meeting.blocks.push({ id, kind: "utterance", label: `${speaker} ${time}`, text });
    written += text.length;
    return id;
  };
  for (let round = 1; written < characters; round += 1) {
    const subject = `${subjects[round % subjects.length]!}の第${round}期計画`;
    say("議長", `次に、${subject}について議論します。担当から説明をお願いします。`);
    say(
      "総務課",
      `${subject}の費用は${round}億${round}千万円で、対象は${round * 13}か所です。前年度からは${round}％の増加となっています。`,
    );
    for (let turn = 0; turn < 6; turn += 1) {
      const speaker = speakers[(round + turn) % speakers.length]!;
      say(
        speaker,
        `${subject}の${turn + 1}点目ですが、利用者の声を踏まえて、実施の時期や体制を丁寧に見ていく必要があるという意見が寄せられています。現場の職員の負担にも目を配りたいと考えています。`,
      );
    }
    meeting.decided.push(say("議長", `それでは、${subject}は原案のとおり進めることを決定とします。`));
    meeting.promised.push(
      say("財政課", `${subject}の見積りは、財政課で${(round % 12) + 1}月${(round % 27) + 1}日までに提出します。`),
    );
  }
  return meeting;
}
