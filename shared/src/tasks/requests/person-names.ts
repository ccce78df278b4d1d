import { foldWidth } from "../../language";
import { latinMatch, latinParts, matchOfAddress } from "./latin-names";

/**
 * How surely words name somebody: by address or whole name, by the surname or given name alone, or by what may be the surname
 * of a name that is written without a space (「田中様」 for 田中一郎).
 */
export type NameMatch = "whole" | "part" | "guessed";

const honorific = "(?:様|さま|さん|氏|殿|先生|くん|君|各位|御中|ほか|他)";
/** What a post is of: 「西村総務課長」 is one 西村, 「西村渚沙課長」 another. */
const ofPost =
  "(?:副|上席|首席|主席|総括|統括|専門|主任|総務|企画|人事|会計|調査|政策|財務|広報|調整|管理|業務|事業|計画|防災|福祉|教育|環境|情報|税務|法務|契約|庶務|統計|施設|国際|研究|技術|推進|支援|振興|保健|土木|建設|農政|産業|観光|市民|地域|審査|監査|指導|開発|整備|運営|担当|第[一二三四五]){0,4}";
/** What stands behind a surname and is no given name. */
const post = `(?:${ofPost}(?:課長|係長|部長|室長|局長|次長|所長|班長|署長|館長|会長|社長|院長|校長|市長|町長|村長|区長|議長|座長|委員長|理事長|課長補佐|補佐|代理|主査|主任|主事|主幹|主席|参事|審議官|企画官|専門官|調査官|調整官|事務官|管理官|統括官|政務官|書記官|研究官|監察官)|知事|参事官|技官|委員|教授|准教授|博士|議員|大臣|理事|顧問|幹事|秘書|担当|専門職|専門員|研究員|職員)`;
const behindName = `(?:${honorific}|${post}|(?:は|が|へ|に|と|も|宛|あて|より|から)(?!\\p{Script=Hiragana})|(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]))`;
const officeEnd = "[課室係局部省庁署所会社院団体班]";
const beforeName = `(?<=^|[^\\p{Script=Han}\\p{Script=Katakana}ー々]|${officeEnd}|[長佐査])`;
/** 「山本 恵子」: behind a surname and a space stands a given name. */
const otherGiven = `(?![ \\t]+(?!${honorific}|${post})[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]{1,6}(?<!${officeEnd}|担当)(?:$|[\\s、,（(<"]|${honorific}|${post}))`;
const isPost = new RegExp(`^(?:${honorific}|${post})`, "u");
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isOffice = new RegExp(`${officeEnd}$|センター$|担当$`, "u");
const longestSurname = 4;
const forms: Readonly<Record<string, string>> = Object.fromEntries(
  "髙高﨑崎嵜崎邊辺邉辺澤沢濱浜濵浜齋斎齊斎斉斎廣広櫻桜國国嶋島德徳眞真惠恵瀨瀬渕淵靜静"
    .match(/../gu)!
    .map((pair) => [...pair] as [string, string]),
);

/** Width, spaces and case do not part names. */
export function plainName(text: string): string {
  return foldWidth(text).toLowerCase().replace(/\s+/g, "");
}

/** True when words name one of the names: whole, or by the surname that stands first in it (「中村様」 for 中村 直樹). */
export function namesOneOf(words: string, names: readonly string[]): boolean {
  return names.some((name) => matchOfName(words, name) !== undefined);
}

/** How surely words name the one of a name: 「田中丸様」 and 「田中 次郎様」 do not name 田中 一郎. */
export function matchOfName(words: string, name: string): NameMatch | undefined {
  const told = oneForm(foldWidth(words));
  if (told.trim() === "") return undefined;
  const address = addressIn(name);
  if (address !== undefined && plainName(told).includes(address)) return "whole";
  const bare = oneForm(bareName(name));
  if (bare === "") return address === undefined ? undefined : matchOfAddress(told.toLowerCase(), address);
  return japanese.test(bare) ? japaneseMatch(told, bare) : latinMatch(told.toLowerCase(), bare);
}

/** True where an entry of a header or a label is the person of one of the names: another address or given name is somebody else. */
export function isPerson(entry: string, names: readonly string[]): boolean {
  const address = addressIn(entry);
  const known = names.flatMap((name) => addressIn(name) ?? []);
  if (address !== undefined && known.includes(address)) return true;
  const bare = bareName(entry);
  if (bare === "") return false;
  const isElse = address !== undefined && known.length > 0;
  return names.some((name) => {
    const match = matchOfName(bare, name);
    // Somebody with several addresses has one name.
    if (match === undefined || (isElse && match !== "whole")) return false;
    return japanese.test(bareName(name)) || match === "whole" || latinParts(bare).length < 2;
  });
}

/** True where words and names are in different scripts: nobody can tell by them whether they are the same. */
export function isOfOtherScript(words: string, names: readonly string[]): boolean {
  const bare = names.map(bareName).filter((name) => name !== "");
  const isJapanese = japanese.test(words.replace(new RegExp(`${honorific}|${post}`, "gu"), ""));
  const isLatin = !isJapanese && /[a-z]{2}/i.test(foldWidth(words));
  if (bare.length === 0) return isJapanese || isLatin;
  return isJapanese ? bare.every((name) => !japanese.test(name)) : isLatin && bare.every((name) => japanese.test(name));
}

/** Names are written with the forms of the register or with common ones: 髙橋 and 高橋, 渡邊 and 渡辺. */
function oneForm(text: string): string {
  return text.replace(/[髙﨑嵜邊邉澤濱濵齋齊斉廣櫻國嶋德眞惠瀨渕靜]/gu, (sign) => forms[sign] ?? sign);
}

function addressIn(text: string): string | undefined {
  return /[\w.+-]+@[\w.-]+/.exec(foldWidth(text))?.[0].toLowerCase();
}

function bareName(name: string): string {
  return foldWidth(name)
    .replace(/<[^>]*>|[\w.+-]+@[\w.-]+/g, " ")
    .replace(/["']/g, " ")
    .trim();
}

function japaneseMatch(told: string, bare: string): NameMatch | undefined {
  const parts = bare.split(/[\s・/（）(),、]+/).filter((part) => part !== "" && !isPost.test(part));
  const offices = parts.filter((part) => part.length > 1 && isOffice.test(part));
  const [surname, ...given] = parts.filter((part) => !offices.includes(part) && japanese.test(part));
  if (offices.some((office) => plainName(told).includes(plainName(office)))) return "part";
  if (surname === undefined) return undefined;
  if (given.length === 0) {
    if (stands(told, spread(surname))) return "whole";
    return mayBeSurname(told, surname) ? "guessed" : undefined;
  }
  const first = given[0]!;
  if (stands(told, `${spread(surname)}[\\s・]*${spread(first)}`)) return "whole";
  if (stands(told, `${spread(first)}[\\s・]+${spread(surname)}`)) return "whole";
  if (stands(told, spread(surname), otherGiven)) return "part";
  // 「一郎様」, not 「鈴木 一郎様」
  const alone = `(?<![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々][ \\t]*)`;
  return given.some((part) => stands(told, `${alone}${spread(part)}`)) ? "part" : undefined;
}

/** The surname of a name without a space has one to four characters. */
function mayBeSurname(told: string, whole: string): boolean {
  const signs = [...whole];
  if (signs.length > 8 || /[\p{Script=Katakana}]/u.test(whole)) return false;
  return signs
    .slice(1, longestSurname + 1)
    .some((_, index) => stands(told, spread(signs.slice(0, index + 1).join("")), otherGiven));
}

function stands(told: string, pattern: string, notBehind = ""): boolean {
  return new RegExp(`${beforeName}${pattern}${notBehind}[ \\t]*${behindName}`, "mu").test(told);
}

/** 「堀　 大輔」 is the same with any space in it. */
function spread(part: string): string {
  return [...part].map((sign) => sign.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("[ \\t]*");
}
