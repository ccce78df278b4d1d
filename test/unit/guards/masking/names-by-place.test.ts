import { createMasking, findPersonalData } from "@genai-office/shared/guards";
import { expectLinearTime } from "../../../support/processor-time";

const found = (text: string): string[] => findPersonalData(text).map(({ start, end }) => text.slice(start, end));
const names = (text: string): string[] =>
  findPersonalData(text)
    .filter(({ kind }) => kind === "person")
    .map(({ start, end }) => text.slice(start, end));

test.each([
  ["a label of a form", "申出人　三ケ尻 登（本人）", ["三ケ尻 登"]],
  ["a label that is spread", "委　員　一柳 恵理子（公認会計士）", ["一柳 恵理子"]],
  ["a role in capitals", "被災者：LE VAN DUC", ["LE VAN DUC"]],
  ["a list behind a label", "参加：辺見、伊地知、シュミット（GIZ）、小粥", ["辺見", "伊地知", "シュミット", "小粥"]],
  ["a list that only one name tells", "当日は乙部補佐、鵜飼の2名が参ります。", ["乙部", "鵜飼"]],
  ["office and title before each", "旅行者：専門官 財前 舞、係員 西洞院 航", ["財前 舞", "西洞院 航"]],
  [
    "a given name of any family",
    "　退職　　　大工原 稔\n　出向　　　逆瀬川 朋美（内閣府へ）",
    ["大工原 稔", "逆瀬川 朋美"],
  ],
  ["katakana before kanji", "非常勤 マルティネス 由香を派遣する。", ["マルティネス 由香"]],
  ["every character by itself", "代表者　赤　松　太　郎", ["赤　松　太　郎"]],
  ["relatives", "長男の颯太（小4）と長女ひなたの保育料", ["颯太", "ひなた"]],
  ["a role joined to the name", "世帯主大箸氏の申出による。", ["大箸"]],
  [
    "the speakers of minutes",
    "柘植：工期はいつまでか。\n帆足：９月末です。\n柘植：了解した。",
    ["柘植", "帆足", "柘植"],
  ],
  ["who introduces themselves", "お疲れさまです。\n杣田です。ご指示の件です。", ["杣田"]],
  ["a plan of duties", "情報班　八反田・江ノ上・保母", ["八反田", "江ノ上", "保母"]],
  ["initials with an honorific", "部下のR・T氏とS課長が同席した。", ["R・T", "S"]],
  [
    "long vowels and apostrophes",
    "Our director Shun'ichi Todoroki will meet Mr. Ōshima.",
    ["Shun'ichi Todoroki", "Ōshima"],
  ],
  [
    "attendees in English",
    "Present: A. Fukushima (chair), H. Tsujimura, Mr. Goto",
    ["A. Fukushima", "H. Tsujimura", "Goto"],
  ],
  ["a transcript in English", "Park, Ji-hoon　00:03:20\nThank you.", ["Park, Ji-hoon"]],
])("%s", (_, text, expected) => {
  expect(names(text)).toEqual(expected);
});

test("the columns of a table that are headed by what they hold", () => {
  const text = "職員番号\t氏名\t所属\t内線\nA0210334\t宇津木　雅之\t総務課\t2104\nA0210871\t祖父江　麻里\t会計課\t2215";
  expect(found(text)).toEqual(["A0210334", "宇津木　雅之", "2104", "A0210871", "祖父江　麻里", "2215"]);
});

test("a name that is known is masked wherever it stands again, its family and given name too", () => {
  const text = "児童　渥美 琉生\n受付者：保利\n2/4 琉生の腕に、あざ。渥美は不在。後日保利から連絡する。";
  expect(names(text)).toEqual(["渥美 琉生", "保利", "琉生", "渥美", "保利"]);
  expect(names("Ms. Kaoru Minegishi joined. Please ask Minegishi, then Kaoru.")).toEqual([
    "Kaoru Minegishi",
    "Minegishi",
    "Kaoru",
  ]);
});

test("a family name that is a place is masked again only where a person is meant", () => {
  const text = "運転者：千葉 亮介\n千葉は無事故。千葉に連絡した。千葉県と千葉で会議、千葉へ出張。";
  expect(names(text)).toEqual(["千葉 亮介", "千葉", "千葉"]);
});

test("names of one run of texts are known in all of them", () => {
  const masking = createMasking();
  masking.learn(["申請人　音更 徹"]);
  expect(masking.mask("音更の書類を徹底して確認する。").text).toMatch(/^\[PERSON-[A-Z]+\]の書類を徹底して確認する。$/u);
});

test.each([
  "担当：総務課（内線のみ）",
  "説明者は「厳粛に受け止める」と述べた。",
  "父親と母親、夫人、電子メールと端子台を確認した。",
  "最初から、本体から、実父からの相談。",
  "今朝、資料の確認を依頼した。",
  "出席者　別紙のとおり\n欠席者　なし",
  "被告　国\n根拠：国家賠償法第1条第1項",
  "受取場所：さくら市役所　市民課　2番窓口",
  "説明員　市長公室長",
  "背景：需要が増えている。\n論点：費用と期限。",
  "管理目標\t57\n参考情報\t68",
  "民生委員、児童委員、先輩、新人研修について。",
  "Apache Tika and the Linux Foundation will release it on Thu, 29 Apr 2027.",
  "用務先：長崎市・佐世保市",
])("%s names nobody", (text) => {
  expect(names(text)).toEqual([]);
});

test("numbers: columns, rosters, dates beside names, other separators", () => {
  expect(found("携帯　090・7715・3028")).toEqual(["090・7715・3028"]);
  expect(found("登録番号　つくば 330 ら 8・15")).toEqual(["つくば 330 ら 8・15"]);
  expect(found("生年月日　平・7・11・3")).toEqual(["平・7・11・3"]);
  expect(found("障害者手帳　第20331号（1級）")).toEqual(["20331"]);
  expect(found("連絡先：（０３）６２６８－４４１０／obana@example.jp")).toEqual([
    "（０３）６２６８－４４１０",
    "obana@example.jp",
  ]);
  expect(found("住所：群馬県伊勢崎市連取町3095番地1 レオハイム105")).toEqual([
    "群馬県伊勢崎市連取町3095番地1 レオハイム105",
  ]);
  expect(found("世帯主 根来 孝之　S42.12.1")).toEqual(["根来 孝之", "S42.12.1"]);
  expect(found("鈴木 一郎　2024/4/1　採用")).toEqual(["鈴木 一郎"]);
});

test("of a bank account the number goes; bank and branch are firms and stay", () => {
  expect(found("振込先：みずなら銀行 霞が関支店（店番214） 普通 3390182")).toEqual(["3390182"]);
});

test("time grows with the length of the text, however many names and spaces it has", async () => {
  const block =
    "出席者：梶谷、設楽　補佐 大工原 稔、父の 保利\t氏名\nKaoru Minegishi, Present: A. Goto ・・・　　　　\n";
  await expectLinearTime((count) => findPersonalData(block.repeat(count)), 200);
});
