import type { PersonalDatum } from "../personal-datum";
import { hyphens } from "./hyphens";

const prefectures =
  "北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|東京都|神奈川県|新潟県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|愛知県|三重県|滋賀県|京都府|大阪府|兵庫県|奈良県|和歌山県|鳥取県|島根県|岡山県|広島県|山口県|徳島県|香川県|愛媛県|高知県|福岡県|佐賀県|長崎県|熊本県|大分県|宮崎県|鹿児島県|沖縄県";
const kanjiNumber = "[一二三四五六七八九十百〇壱弐参拾]{1,6}";
const hanOnly = "\\p{Script=Han}ヶケツノ々ぁ-ん";
const notCounting = "(?![0-9秒千号線回度台棟戸校園区歳名種位等番組期次目本枚箇か所])";
const value = `(?:[0-9]{1,5}|${kanjiNumber})`;
const dash = `(?:[ ]?[${hyphens}のノ之][ ]?)`;
/** Where an address has its numbers: 4丁目1番1号, 2-1-2, 36番地の1, 1番. */
const numbers = new RegExp(
  `(?<![0-9A-Za-z.,]|[0-9][${hyphens}])(?:${value}[ ]?丁(?:目|(?=(?:${dash})?[0-9]))(?:(?:${dash})?[ ]?${value}[ ]?(?:番地?|[${hyphens}])?(?:${dash}?[0-9]{1,4}(?:[ ]?号(?![室棟館]))?)?(?:[ ]?[${hyphens}]?[ ]?${value}[ ]?号)?(?:${dash}[0-9]{1,4}){0,2})?|${value}[ ]?番地?(?!目|号線|組)(?:${dash}?[0-9]{1,4}(?:[ ]?号(?![室棟館]))?)?(?:[ ]?${value}[ ]?号)?(?:${dash}[0-9]{1,4}){0,2}|(?:無番地|番外地)|[0-9]{1,5}(?:[ ]?[${hyphens}][ ]?[0-9]{1,5}){1,4}(?:[ ]?号)?|(?<=字[${hanOnly}]{1,10})[0-9]{1,5}${notCounting}|(?<=(?:都|道|府|県)[${hanOnly}]{2,12}[市区町村][${hanOnly}]{1,12})[0-9]{1,5}${notCounting}|[0-9]{1,4}地割[0-9]{1,4}(?:番地?)?[0-9]{0,4})(?![0-9]|[${hyphens}][0-9]|[%％年月日時分円万億人件条項])`,
  "gu",
);
const letters = "\\p{Script=Han}ぁ-ゖァ-ヺー々ヶケノ";
/** Town names before the numbers, back to the beginning of the address. Digits only as in 北8条西. */
const townBefore = new RegExp(`(?:[${letters}]|[0-9]+(?=条|線|区|丁目)|[ ](?![ ])){1,44}$`, "u");
const prefecture = new RegExp(`(?:${prefectures})`, "gu");
const municipality = /[\p{Script=Han}ぁ-ゖァ-ヺーヶケ]{1,7}?(?:市|区|郡|町|村)/gu;
const sentence =
  /(?:及び|並びに|又は|から|まで|での|では|には|とは|について|により|における|した|する|され|です|ます|ある|いる|という|として|とともに|に対し|に関する)/u;
const designated = new RegExp(
  `(?:現住所|住所地|住所|本籍地|本籍|居所|住居|送付先|送り先|転居先|転入先|転出先|勤務先|自宅|実家|所在地|届け先|宛先|旧住所|新住所|連絡先住所|居住地)(?:又は居所)?[ ]?(?:[(（][^()（）\\n]{0,8}[)）])?[ ]?(?:[:：=|｜]|は)?[ \\t]{0,3}((?:${prefectures}|[\\p{Script=Han}ぁ-ゖァ-ヺーヶケ]{1,6}(?:市|区|郡|町|村))[${letters}0-9${hyphens}]{0,40})`,
  "gu",
);
const postal = new RegExp(
  `(?:〒[ ]?[0-9]{3}[ ]?[${hyphens}]?[ ]?[0-9]{4}|郵便番号[ ]?[:：は]?[ ]?[0-9]{3}[ ]?[${hyphens}]?[ ]?[0-9]{4})(?![0-9])`,
  "gu",
);
const postalBefore = new RegExp(`(?:〒[ ]?)?(?<![0-9])[0-9]{3}[ ]?[${hyphens}][ ]?[0-9]{4}[ 　\\n]{0,2}$`, "u");
const buildingWord =
  "(?:ビルディング|ビル|マンション|ハイツ|コーポ|アパート|メゾン|レジデンス|タワー|ヒルズ|プラザ|シャトー|ハウス|コート|パーク|ヴィラ|ヴィレッジ|ガーデン|パレス|グランド|ロイヤル|ライオンズ|サンシャイン|スクエア|団地|住宅|宿舎|寮|荘|棟|館|庁舎|センター|号室|号棟|階|F|室)";
const building = new RegExp(
  `^[ 　]{0,2}(?=[${letters}A-Za-z0-9・${hyphens}# 　]{0,40}?${buildingWord})((?:[${letters}A-Za-z0-9・#${hyphens}]{1,24}[ 　]?){1,3})`,
  "u",
);
const roomOnly = new RegExp(
  `^[ 　]{0,2}(?:[0-9A-Z]{1,5}(?:号室|号棟|階|F|室)|(?<![0-9A-Z])[A-Z]{1,2}[${hyphens}]?[0-9]{2,4}(?=[ 　]|$))`,
  "u",
);
/** コスモ船橋1104, メゾン常盤203: a name and the number of a room, with no number before it that counts anything. */
const namedRoom =
  /^[ 　]{0,2}(?!(?:TEL|Tel|FAX|Fax|電話|携帯|内線|担当|氏名|連絡))(?=[^ 　]*[ァ-ヺー]|[ 　])[\p{Script=Han}ァ-ヺー・々ヶA-Za-z]{2,16}[ 　]?(?:[A-Z]?-?[0-9]{1,4}号室?|[A-Z]-?[0-9]{1,4}|-?[0-9]{3,4})(?![0-9-]|[円年月日時分人件名個台戸㎡%度回歳か])/u;
const buildingEnd = new RegExp(
  `^(.*(?:${buildingWord}(?:[ 　]?[A-Z]?[${hyphens}]?[0-9]{1,4}(?:[${hyphens}][0-9]{1,4})?(?:号室?|階|F|室)?)?|[ァ-ヺー][ 　]?[A-Z]?[${hyphens}]?[0-9]{1,4}(?:[${hyphens}][0-9]{1,4})?(?:号室?|階|F|室)?|[0-9]号))`,
  "u",
);

const capital = "[A-Z][A-Za-z'ōūŌŪ-]+";
const english = new RegExp(
  `(?<![A-Za-z0-9${hyphens}])(?:(?:#?[0-9A-Z-]{1,6},? )?(?:${capital} (?:Bldg\\.?|Building|Tower|Heights|Mansion),? )?[0-9]{1,4}(?:[-–][0-9]{1,4}){1,3},? (?:${capital}[ ,]{1,2}){0,4}${capital}(?:-(?:ku|shi|cho|machi|gun|mura|fu|ken|to)))(?:,? (?:${capital})){0,3}(?:,? ?〒?[0-9]{3}-[0-9]{4})?(?:,? Japan)?|(?<![A-Za-z0-9])[0-9]{1,4}(?:[-–][0-9]{1,4}){1,3},? ${capital}(?:,? ${capital}){1,5}(?:,? ?[0-9]{3}-[0-9]{4})(?:,? Japan)?|(?<![A-Za-z0-9])[0-9]{1,5}[A-Z]? (?:(?:N|S|E|W|North|South|East|West)\\.? )?(?:${capital} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Square|Way|Place)\\b\\.?(?:,? (?:Apt|Suite|Unit|#)\\.? ?[0-9A-Z-]{1,6})?(?:, ${capital}(?: ${capital})?){0,2}(?:,? [A-Z]{2})?(?:,? [0-9]{5}(?:-[0-9]{4})?)?`,
  "gu",
);

/** Postal addresses down to house numbers, with building and room. Place names alone are no addresses. Text in half width. */
export function findAddresses(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  const add = (start: number, end: number): void => {
    found.push({ start, end, kind: "address" });
  };
  for (const match of text.matchAll(numbers)) {
    const end = match.index + match[0].length;
    const start = startOfAddress(text, match.index, match[0]);
    if (start !== undefined) add(withPostalCode(text, start), withBuilding(text, end));
  }
  for (const match of text.matchAll(designated)) {
    const place = match[1]!.replace(/(?:です|である|とする|となる|に|へ|を|は|が|の|で|と|から|及び).*$/u, "");
    const start = match.index + match[0].length - match[1]!.length;
    if (place.length >= 4) add(withPostalCode(text, start), withBuilding(text, start + place.length));
  }
  for (const match of text.matchAll(postal)) {
    const digits = match[0].search(/[〒0-9]/u);
    add(match.index + digits, match.index + match[0].length);
  }
  for (const match of text.matchAll(english)) add(match.index, match.index + match[0].length);
  return found;
}

function startOfAddress(text: string, at: number, number: string): number | undefined {
  const from = Math.max(0, at - 46);
  const town = townBefore.exec(text.slice(from, at))?.[0];
  if (town === undefined) return undefined;
  const base = at - town.length;
  let start: number | undefined;
  for (const match of town.matchAll(prefecture)) {
    if (!sentence.test(town.slice(match.index))) {
      start = base + match.index;
      break;
    }
  }
  if (start !== undefined) return start;
  // Without a prefecture the address begins with its municipality; what a sentence has before it is cut off.
  const cut = town.replace(
    /^.*(?:住所|所在地|本籍|現住所|送付先|転居先|自宅|宛先|勤務先|及び|並びに|又は|から|まで|では|には|です|ます|[はをがへ]|(?<=[ぁ-ん一-龥])[にでとも](?=[一-龥])|[ ](?=[\p{Script=Han}ぁ-ゖ]{1,6}(?:市|区|郡|町|村)))/u,
    "",
  );
  const trimmed = cut.replace(/^[ のに]+/u, "");
  const offset = at - trimmed.length;
  municipality.lastIndex = 0;
  const place = municipality.exec(trimmed);
  if (
    place !== null &&
    place.index === 0 &&
    !/^(?:[\p{Script=Han}ぁ-ゖ]{1,8}[市区町村](?:役所|役場|民|議会)|都市|市町村|区市町村|同市|本市|当市|各市|地区|学区|選挙区|町村|市区)/u.test(
      trimmed,
    ) &&
    !sentence.test(trimmed)
  ) {
    return offset;
  }
  const isHouse = /丁目.*(?:番|[0-9一二三四五六七八九十]号)|[0-9]+番(?:地)?.*号/u.test(number);
  const name = /[\p{Script=Han}ァ-ヺーヶケ][\p{Script=Han}ぁ-ゖァ-ヺーヶケ]{0,7}$/u.exec(trimmed)?.[0];
  return isHouse && name !== undefined && name.length >= 2 ? at - name.length : undefined;
}

function withPostalCode(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 16), start);
  return start - (postalBefore.exec(before)?.[0].length ?? 0);
}

function withBuilding(text: string, end: number): number {
  const rest = text.slice(end, end + 60).split(/[\n、。,(（]/u)[0]!;
  const room = roomOnly.exec(rest)?.[0];
  const named = namedRoom.exec(rest)?.[0];
  if (named !== undefined) return end + named.length;
  const words = building.exec(rest)?.[0];
  if (
    words === undefined ||
    /^[ 　]{0,2}(?:TEL|Tel|FAX|電話|担当|氏名|連絡|メール|mail|E-mail|です|に|を|は|の|で|へ|が|と)/u.test(rest)
  ) {
    return end + (room?.length ?? 0);
  }
  const whole = buildingEnd.exec(words)?.[0] ?? room ?? "";
  return end + whole.length;
}
