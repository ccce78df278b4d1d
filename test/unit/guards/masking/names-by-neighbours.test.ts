import { findPersonalData } from "@genai-office/shared/guards";

const found = (text: string): string[] => findPersonalData(text).map(({ start, end }) => text.slice(start, end));

test.each([
  [
    "who comes when",
    "打合せ候補（敬称略）\n薬丸　○×\nイングラム　××\n篠永　○○\n締切　4/2",
    ["薬丸", "イングラム", "篠永"],
  ],
  ["a roster of duty", "日直表\n1日　諏佐・モロー\n2日　雨森・宗近", ["諏佐", "モロー", "雨森", "宗近"]],
  [
    "a list with numbers",
    "提出者一覧\nB-1　久連松 伊織\nB-2　マリア・ベネシュ\nB-3　農業協同組合",
    ["久連松 伊織", "マリア・ベネシュ"],
  ],
  [
    "numbers of staff beside names",
    "K0031877　真砂　亮　係長\nK0042190　十時　さおり　主任",
    ["K0031877", "真砂　亮", "K0042190", "十時　さおり"],
  ],
  ["how many they are", "彩音・リュウの２名が来庁した。", ["彩音", "リュウ"]],
  ["who gives a name", "東門で百目鬼と名乗る男性が面会を求めた。", ["百目鬼"]],
  ["an office that introduces", "内閣府の水無月でございます。", ["水無月"]],
  ["who sends what to whom", "本件は丹生谷より後藤様へ回答済みです。", ["丹生谷", "後藤"]],
  ["office and name in brackets", "以上、よろしくお願いします。\n（危機管理室　榑）", ["榑"]],
  ["who answers for an office", "事務局（仙波）：次回整理する。", ["仙波"]],
  ["a duty joined to the name", "守衛長室戸が警察署へ通報した。", ["室戸"]],
  ["one character before a title", "明日は源参事官補佐と、佐課長が出ます。", ["源", "佐"]],
  ["a title of a profession", "関与税理士の件、逆井税理士に照会する。", ["逆井"]],
  ["大臣官房 is no public office", "曾我部大臣官房審議官から意見。", ["曾我部"]],
  ["a role behind katakana", "ミン・トゥアン技能実習生からの申告", ["ミン・トゥアン"]],
  ["a family name behind a foreign given name", "代理はポール青柳。", ["ポール青柳"]],
  ["a driver", "公用車　運転手 ソコロフ\n", ["ソコロフ"]],
  ["who writes in a chat", "[09:14] kuroki.t: 確認しました\n[09:15] 由良 あかり: はい", ["kuroki.t", "由良 あかり"]],
  ["letters with accents", "物件　名刺（Chloé Laurent）", ["Chloé Laurent"]],
  ["the family name first", "From: Hasegawa, Minoru <m-h@env.example.jp>", ["Hasegawa, Minoru", "m-h@env.example.jp"]],
  ["who is no minister", "Vice-Minister Hirabayashi opened the meeting.", ["Hirabayashi"]],
])("a name is told by what stands beside it: %s", (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ["an account with its kind in one character", "駅前支店（普）0065432　ｻﾒｼﾞﾏ ﾋﾛﾐ", ["0065432", "ｻﾒｼﾞﾏ ﾋﾛﾐ"]],
  ["an account partly hidden", "振込口座 ****4410982", ["4410982"]],
  ["sign and number in one", "健康保険　記号・番号　７１０－２０４８", ["７１０－２０４８"]],
  ["an era in one character", "候補者　蔵本 ふみ　昭28.5.5　無職", ["蔵本 ふみ", "昭28.5.5"]],
  ["a month in capitals", "生年月日：12 APR 1988", ["12 APR 1988"]],
  [
    "a room behind a house number",
    "住所：福岡市博多区博多駅前２丁目９−２８　Ｂ−３０２",
    ["福岡市博多区博多駅前２丁目９−２８　Ｂ−３０２"],
  ],
])("numbers: %s", (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  "物品一覧\n1　書庫　5台\n2　掃除機　1台",
  "関係者一覧\nA-1　河川事務所\nA-2　漁業協同組合",
  "参加者\n学生　12名\n教員　4名",
  "町の魅力です。県の名産です。",
  "男性・女性の2名、ワイン・チーズの2種",
  "当課よりご連絡します。担当よりご案内します。",
  "中学校長、水族館長、在外公館長が出席。",
  "受験番号 0312　評定A",
  "13:00: 受付\n[13:05] 開会: 挨拶",
  "東京　晴\n千葉　雨\n福島　曇",
  "Beste Grüße aus München, das ist für die Länder und nicht für Köln. Können Sie das?",
  "運転手 募集、通訳 派遣について",
])("of nobody: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test("a shop with a given name in it is no person", () => {
  expect(found("氏名　錦織 ルカ\n屋号　珈琲ルカ")).toEqual(["錦織 ルカ"]);
});
