/** Ministries and agencies with the short names by which meetings call them. */
const ministries: readonly (readonly [name: string, ...short: string[]])[] = [
  ["国土交通省", "国交省", "国交"],
  ["厚生労働省", "厚労省", "厚労"],
  ["農林水産省", "農水省", "農水"],
  ["経済産業省", "経産省", "経産"],
  ["文部科学省", "文科省", "文科"],
  ["海上保安庁", "海保"],
  ["資源エネルギー庁", "エネ庁"],
  ["公正取引委員会", "公取委", "公取"],
  ["こども家庭庁", "こ家庁"],
  ["出入国在留管理庁", "入管庁"],
  ["個人情報保護委員会", "個情委"],
];
/** What is a ministry in a label alone: 「財務・及川」. 「総務」 may be a section of any office. */
const shortInLabel = /^(?:総務|財務|法務|外務|環境|防衛)$/u;

/** What names an office, a company or a part in the meeting, and no person: 「木村」, 「別府」 and 「日下部」 are people. */
const office =
  /(?:[省庁局課係班署社会党院]|.{2}[府県市区町村室]|(?!長谷|日下|曽我|宗我).{2}部|.{3}部|東京都|北海道|委員会|協議会|連絡会|事務所|本部|支部|支店|支社|会社|自衛隊|警察|消防|気象台|病院|公社|財団|連盟|センター|機構|協会|組合|大学|学校|高校|銀行|事業者|業者|[発受]注者|[委受]託者|請負者|担当|チーム|ベンダー)$|^(?:事務局|構成員|委員|参考人|有識者|座長|議長|司会|進行|書記|幹事|会長|部会長|委員長|理事長|オブザーバー|chair\w*|secretary|secretariat|engineer|councillor|resident|member|host|moderator)$/iu;

/** The ways in which one office may be written: 「国交省」 is 「国土交通省」. */
export function officeSpellings(name: string, inLabel: boolean): string[] {
  const ministry = ministries.find((names) => names.includes(name));
  if (ministry !== undefined) return [...ministry];
  return inLabel && shortInLabel.test(name) ? [name, `${name}省`] : [name];
}

/** True for what several people of a meeting may have in common: their office, or their part in it. */
export function isOffice(name: string, inLabel: boolean): boolean {
  return office.test(name) || officeSpellings(name, inLabel).length > 1;
}
