/** What heads, lists and forms name before a colon: the last word of 「提出期限」, 「論点」, 「検証資料」. Nobody is called so. */
const thing =
  /(?:論点|議題|議案|議事|議点|案件|項目|事項|課題|問題|要点|観点|争点|[一-龠]点|期限|期日|締切り?|締め切り|納期|日時|日程|時期|時間|時刻|期間|年月日|開催日|提出日|予定|場所|住所|所在地|連絡先|提出先|送付先|宛先|(?:問い?合わ?せ|申し?込み?|申込)先|電話(?:番号)?|資料|書類|様式|書式|別紙|別添|付録|添付|図表|結論|結果|成果|決定|方針|方法|方式|手順|手段|手続き?|目的|目標|効果|理由|原因|根拠|論拠|証跡|背景|経緯|経過|現状|状況|概要|要旨|内容|趣旨|対象|範囲|条件|要件|基準|制限|対策|改善策|選択肢|代替案|原案|素案|修正案|改正案|費用|経費|予算|金額|単価|価格|総額|合計|数量|件数|人数|台数|定員|割合|比率|備考|参考|補足|注意|利点|欠点|長所|短所|効能|区分|種別|番号|名称|単位|頻度|機能|性能|構成|規格|定義|用語|解説|実績|計画|影響|箇所|所見|所感|感想|[一-龠]例|証拠|履歴|特徴|特長|役職|職名|氏名|所属|性別|年齢|国籍|職業|進捗(?:状況)?|優先(?:度|順位)|重要度|難易度|達成度|完成度|進行度|満足度|更新日|公開日|締日|納入日|実施日|承認者|確認者|対応者|作業者|依頼者|起案者|更新者|出典|出所|留意点|備忘|(?<![ァ-ヶー・])(?:ポイント|メリット|デメリット|リスク|ステップ|フェーズ|ケース|ゴール|パターン|オプション|タスク|テーマ|キーワード|データ|ファイル|フォルダー?|アドレス|サイト))$/u;
/** Words so short that names end with them too, and words of what is said: things only alone or with a number. */
const alone =
  /^(?:案|注|例|図|表|章|節|件|問|答|品名|型番|案内|意見|質問|回答|提案|要望|報告|その他|対応|仕様|評価|option|item|point|step|phase|case|issue|goal|part|section|chapter|figure|table|plan|proposal|appendix|deadline|due date|budget|cost|reason|purpose|background|result|conclusion|website|address|phone|e-?mail)$/iu;
/** Days, halves of a day, and what people write before what is not to be forgotten. */
const moment =
  /^(?:午前中?|午後|正午|早朝|朝|昼|夕方?|夜|今朝|今夜|今日|本日|明日|明後日|昨日|一昨日|翌日|翌朝|前日|当日|後日|今週|来週|先週|翌週|今月|来月|先月|今年|来年|昨年|今年度|来年度|[月火水木金土日]曜日?|todo|to do|to-do|fyi|memo|tips?|hint|warning|caution|important|remarks?|asap|tbd|p\.?s\.?|n\.?b\.?|url|uri|link|file|attachment|tel|fax|mail|e-?mail|id|no\.?|ref|status|progress|priority|owner|assignee|due|version|リンク|ファイル|メモ|ヒント|メール|ステータス)$/iu;
/** 「一点目」, 「二つ目」, 「第三点」: what somebody counts. */
const ordinal =
  /^(?:第?[0-9０-９一二三四五六七八九十]{1,3}(?:つ|点|番|件|個|項目|案件)目|第[0-9０-９一二三四五六七八九十]{1,3}(?:点|に)?|(?:もう|あと|最後の?)?[0-9０-９一二三][つ点件](?:だけ|のみ)?)$/u;
const number =
  "(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳]|[Ⅰ-Ⅻ]|[A-ZＡ-Ｚ]|[（(][0-9０-９一二三四五六七八九十]{1,3}[）)])";
const behind = new RegExp(`[\\s\\u3000]*(?:その|の)?${number}$`, "u");
const before = new RegExp(`^第?${number}(?:の)?(?=\\p{Script=Han})`, "u");
/** Whose numbers stand for people that are not named: 「参加者１」, 「委員２」, 「グループ３」. */
const people =
  /(?:[者員人名生民客性手役主師士長官班組社団側]|委員|男|女|父|母|さん|氏|様|君|殿|くん|ちゃん|チーム|グループ|[ァ-ヶ]{2}[ァ-ヶー]*(?:ー|スト|アン)|ユーザ|ゲスト)$/u;

/** True for 「提出期限」, 「論点１」, 「第二案」, 「A案」, "Option 2": a noun of things, with or without a number. */
export function isThing(words: string): boolean {
  const name = words.trim();
  if (ordinal.test(name)) return true;
  const bare = name.replace(behind, "");
  return [...new Set([name, bare, name.replace(before, "")])].some(
    (noun) => thing.test(noun) || alone.test(noun) || moment.test(noun),
  );
}

/** Stem and number of 「論点１」; undefined for names without a number, and for people who are told apart by one. */
export function numberedThing(words: string): { stem: string; number: number } | undefined {
  const match = /^([\p{Script=Han}\p{Script=Katakana}ー]{1,12})[\s\u3000]*([0-9０-９]{1,3})$/u.exec(words.trim());
  if (match === null || people.test(match[1]!)) return undefined;
  return { stem: match[1]!, number: Number(match[2]!.normalize("NFKC")) };
}
