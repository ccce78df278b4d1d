import { holdsSpeech } from "../../../shared/src/transcript/holds-speech";
import { read } from "./read";

/** Talk as recognisers write it without names and times. */
const talk = [
  "それでは時間になりましたので始めたいと思います。本日は岸壁の補修についてご相談します。",
  "三号岸壁の亀裂ですが、先週の点検では長さが二メートルまで広がっていました。",
  "補修の費用はどのくらいになりますか。",
  "見積もりでは四百五十万円です。年度内に終えるには来月には契約する必要があります。",
  "そうですね、では入札の準備を進めてください。",
  "分かりました。仕様書は私が今月末までにまとめます。",
].join("\n");
const report = [
  "岸壁補修計画の概要",
  "１　目的",
  "三号岸壁の老朽化に対応するため、補修工事を実施する。",
  "２　工期",
  "令和8年10月から令和9年2月までとする。工事の期間中は、同岸壁の使用を停止する。",
  "３　費用",
  "総額450万円とし、港湾整備費から支出する。内訳は別紙のとおり。",
].join("\n");

describe("whether anybody speaks in a file", () => {
  test.each([
    ["talk without names and times", talk],
    ["the same on one line, without signs", talk.replace(/[。、\n]/g, "")],
    ["talk of an hour", Array.from({ length: 60 }, () => talk).join("\n")],
    ["a short meeting", "それでは始めます。会費は500円に決定します。では、名簿は来週までにお願いします。"],
    [
      "a formal statement",
      "港湾の耐震化についてお尋ねがありました。岸壁の補強につきましては、これまで三か所を終えたところでございます。残る二か所につきましても、年度内に着手すべく調整を進めてまいります。地元の皆様には丁寧に御説明することが重要と認識しております。",
    ],
    [
      "a short meeting without words of talk",
      "本日はお集まりいただきありがとうございます。会費は500円とします。名簿の更新は来週の金曜までに倉橋さんにお願いします。",
    ],
    [
      "talk among colleagues",
      "亀裂、二メートルまで広がったんだよね。じゃあ補修は今年やるしかないかな。うん、予算は足りる。仕様書は私が書く。だね、来週まで。",
    ],
    [
      "English decisions",
      "We will repair the quay in June. I will send the drawings on Friday. We meet again in July.",
    ],
    ["names", "浜田：亀裂が広がった\n倉橋：補修する\n浜田：了解\n倉橋：以上"],
    ["times", "[00:01] 亀裂が広がった\n[00:09] 補修する\n[00:15] 了解"],
    ["captions", "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n亀裂\n"],
    [
      "English talk",
      "Okay, let's begin. We have two items today.\nI think we should repair the quay this year.\nHow much will it cost us?\nAbout 4.5 million yen. Thank you, so we agree.",
    ],
    ["another language", "今天我们讨论码头的维修。费用是四百五十万。好的,我同意。"],
    ["data", JSON.stringify([{ text: "亀裂" }])],
  ])("%s", (_name, content) => {
    expect(holdsSpeech(read(content, content.startsWith("[{") ? "会議.json" : "会議.txt"))).toBe(true);
  });

  test.each([
    ["a memo", "この紙は打合せの記録ではありません。あとで捨てます。"],
    ["a list", "買うもの\n・電池\n・養生テープ\n・軍手 3組"],
    ["a list without kana", "・電池\n・軍手"],
    ["a report", report],
    ["a long report", Array.from({ length: 60 }, () => report).join("\n")],
    [
      "a letter",
      "各位\n\n日頃より港湾行政に御協力いただき、ありがとうございます。\n下記のとおり説明会を開催しますので、御出席をお願いいたします。\n\n記\n日時　令和8年10月5日（月）14時\n場所　第2会議室",
    ],
    [
      "an English memo",
      "Quay repair plan\n\nThe quay will be repaired in October 2026. The total cost is 4.5 million yen.\nContractors are selected by tender. Questions go to the port office.",
    ],
    ["no words", "WEBVTT\n\n"],
  ])("nobody in %s", (_name, content) => {
    expect(holdsSpeech(read(content, "会議.txt"))).toBe(false);
  });
});
