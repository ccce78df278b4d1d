const office = "(?:課|室|係|局|部|省|庁|班|署|チーム|グループ|センター|事務局|委員会|事務所)";
const person = "(?:さん|様|氏|殿|先生|くん|課長|係長|部長|室長|局長|補佐|主査|主任)";
const lead = "^(?:また|なお|あわせて|併せて|つきましては|それから|加えて|最後に|次に|一方)?[、,]?\\s*";
const noReader = "(?!貴|御|各|関係|皆|当|弊|本)";
const others = `(?:(?:、|・|，|と|及び|並びに)[^、。はにへをがで\\s]{1,16}?`;
/** Words that may name a reader: a name with its title, or an office. */
export const nameOfReader = `${noReader}[^、，。はにへをがで\\s（(]{1,16}?(?:${person}|${office})`;
/** 「山田様（CC）は」 */
const brackets = "(?:[（(][^（()）]{0,12}[)）])?";
/** 「佐野さんは、」「久保さんには」「田中様、佐藤様は」「施設課におかれましては」「田中さん、」 */
const named = new RegExp(
  `${lead}(?<name>${noReader}[^、。はにへをがで\\s]{1,16}?${person}${others}${person})*?)${brackets}(?:に(?:は|おか(?:れて|れまして)は)|におきましては|は|：|:|の方で)`,
  "u",
);
/** 「田中さん、」 */
const called = new RegExp(
  `${lead}(?<name>${noReader}[^、。はにへをがで\\s]{1,16}?${person}${others}${person})*)[、，]`,
  "u",
);
const officeNamed = new RegExp(
  `${lead}(?<name>${noReader}[^、。はにへをがで\\s]{1,16}?${office}${others}${office})*?)(?:に(?:は|おか(?:れて|れまして)は)|におきましては|(?:は|で|にて)(?=、))`,
  "u",
);
const inside = new RegExp(
  `[、，](?<name>${noReader}[^、。はにへをがで\\s]{1,12}?(?:${person}|${office}))(?:に(?:は|おか(?:れて|れまして)は)|には)[^。]*(?:お願い|ください|下さい|願います|いただ)`,
  "u",
);
/** 「受付は三浦主任にお願いします」; 「御回答は…」 tells where answers go. */
const entrusted = new RegExp(
  `^(?!.{0,40}(?:提出|回答|報告|送付|返送|返信|連絡|申込み?|申請|登録|問い?合わ?せ|質問|相談|宛先|送り先)(?:先|等)?(?:は|を|につ))[^。]*?(?:は|を|も|について|につき|、|で)、?(?<name>(?!貴|御|各|関係|皆|当|弊|本)[^、。はにへをがでも\\s]{1,16}?(?:${person}|${office}))${brackets}に(?:は|も)?、?(?:お願い|御願い|依頼|担当(?:して|を)|対応(?:して|を)|頼)`,
  "u",
);
const english =
  /^@([A-Z][a-z]+)\b|^([A-Z][a-z]+)(?:\s[-–—]\s|:\s)(?:please|kindly|could|can|would|will|may)\b|^(?:(?:And|Also|Finally),?\s+)?@?([A-Z][a-z]+(?:\s[A-Z][a-z]+)?),\s+(?:please|kindly|could|can|would|will|may)\b|\b(?:could|can|would)\s+(?!you\b|we\b|I\b|the\b)([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+(?:please\s+)?[a-z]+/u;
/** Words that begin a sentence before a comma and are no names. */
const notPeople =
  /^(?:Also|And|But|Or|Please|Then|Finally|Lastly|Firstly|Secondly|Thirdly|First|Second|Third|Next|However|Therefore|Thus|Hence|Accordingly|Consequently|Otherwise|Alternatively|Additionally|Furthermore|Moreover|Besides|Meanwhile|Instead|Separately|Again|Afterwards|Later|Now|Here|Today|Tomorrow|Tonight|Unfortunately|Hopefully|Ideally|If|So|Once|When|Yes|No|Ok|Okay|Sure|Great|Well|Right|Sorry|Apologies|Note|Reminder|Urgent|Hi|Hello|Dear|Thanks|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

/** Who a sentence itself asks (「佐野さんは…知らせてください」, 「施設課におかれましては」, "Ken, could you"); undefined where it names nobody. */
export function addresseeOf(sentence: string): string | undefined {
  const match =
    named.exec(sentence) ??
    called.exec(sentence) ??
    officeNamed.exec(sentence) ??
    inside.exec(sentence) ??
    entrusted.exec(sentence);
  if (match !== null) return match.groups!.name;
  const found = english.exec(sentence);
  const name = found?.slice(1).find((one) => one !== undefined);
  return name === undefined || notPeople.test(name) ? undefined : name;
}

const salutation =
  /^[\s\u3000]*(?<names>[^。\n]{1,60}?)[\s\u3000]*(?:様|殿|御中|各位|先生|さん|課長|係長|部長|室長|局長|[、,]?\s*担当者)(?:[（(][^）)]{0,30}[)）])?(?:[、,・\s\u3000]*(?<more>[^。\n]{0,40}(?:様|さん|殿)))?[\s\u3000、,]*$/u;
const greeting =
  /^\s*(?:Dear|Hi|Hello|To|Good (?:morning|afternoon))\s+(?<names>[^,:\n]{1,60}?(?:(?:,| and| &)\s[^,:\n]{1,30}?)*)\s*[,:]?\s*$/u;
const everybody =
  /各位|皆様|皆さ[んま]|御一同|関係者|^各(?:課|局|部|室|府省|省庁|機関|都道府県|市町村|担当|係)|\b(?:all|colleagues|everyone|everybody|team|sir|madam|members|participants)\b/iu;

/** Whom the first lines of a mail address: their words, or "everybody"; undefined where they address nobody. */
export function salutationOf(text: string): { names: string } | "everybody" | undefined {
  const lines = text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^[>＞|]/.test(line))
    .slice(0, 4);
  const found: string[] = [];
  for (const line of lines) {
    const match = salutation.exec(line) ?? greeting.exec(line);
    if (match === null) {
      // An office on its own line stands above the name: 「○○省\n○○課　中村様」.
      if (line.length > 24 || /[。です]$/u.test(line)) break;
      continue;
    }
    if (everybody.test(line)) return "everybody";
    found.push(line);
  }
  return found.length === 0 ? undefined : { names: found.join("\n") };
}
