import type { PersonalDataKind, PersonalDatum } from "../personal-datum";
import { digitsOf, isLuhn, isMyNumber } from "./check-digits";
import { hyphens } from "./hyphens";

const join = `[ ${hyphens}・]?`;
const noDigit = `(?<![0-9A-Za-z]|[0-9][ ${hyphens}.,])`;
const noMore = `(?![0-9]|[ ${hyphens}.,][0-9])`;
const myNumber = new RegExp(`${noDigit}(?:[0-9]{4}${join}[0-9]{4}${join}[0-9]{4})${noMore}`, "gu");
const card = new RegExp(
  `${noDigit}(?:[2-6][0-9]{3}${join}[0-9]{4}${join}[0-9]{4}${join}[0-9]{2,4}|3[47][0-9]{2}${join}[0-9]{6}${join}[0-9]{5}|6[0-9]{15,18})${noMore}`,
  "gu",
);

/** What may stand between a label and its value. */
const link =
  "(?:[ ]?[(（][^()（）\\n]{0,10}[)）])?(?:[ \\t]*(?:[:：=＝|｜は#]|\\n|番号|No\\.?|[Nn]umber|[Nn]o\\.?)){0,4}[ \\t「『【(（]*";

interface Labelled {
  kind: PersonalDataKind;
  pattern: RegExp;
}

function labelled(kind: PersonalDataKind, label: string, value: string): Labelled {
  return { kind, pattern: new RegExp(`(?:${label})${link}(${value})`, "giu") };
}

const long = `[0-9](?:[${hyphens} ]?[0-9])`;
const rules: Labelled[] = [
  labelled("my-number", "個人番号|マイナンバー(?:カード)?|my ?number|individual number", `${long}{11}(?![0-9])`),
  labelled(
    "credit-card",
    "カード番号|クレジットカード(?:の)?(?:番号)?|credit card(?: number| no\\.?)?|card number",
    `${long}{12,18}(?![0-9])`,
  ),
  labelled(
    "passport",
    "旅券(?:の)?(?:番号)?|パスポート(?:の)?(?:番号)?|passport(?:[ ](?:no\\.?|number))?",
    "[A-Z]{1,2}[ ]?[0-9]{6,8}(?![0-9])|[0-9]{9}(?![0-9])",
  ),
  labelled(
    "driving-licence",
    "免許証?(?:の)?番号|免許証?(?=は|[ ]?[:：])|免許証(?:の番号)?|driver'?s?[ ]licen[cs]e(?: number| no\\.?)?|driving licen[cs]e(?: number| no\\.?)?",
    `(?:第[ ]?)?${long}{8,11}(?:[ ]?号)?(?![0-9])`,
  ),
  labelled(
    "residence-card",
    "在留カード(?:等)?(?:の)?(?:番号)?|特別永住者証明書(?:の)?番号|residence card(?: number| no\\.?)?",
    "[A-Z]{2}[ ]?[0-9]{8}[ ]?[A-Z]{2}",
  ),
  labelled(
    "staff-number",
    "(?:職員|社員|従業員|教職員|隊員|会員|患者|学籍|学生|診察券|お客様|顧客|利用者|身分証(?:明書)?|入館証|入構証|通行証)(?:の)?(?:番号|コード|ID|№|No\\.?)|職番|住民票コード|(?<![A-Za-z])ID番号|(?:障害者(?:保健福祉)?|療育)手帳(?:[ ]{0,2}第(?=[0-9]+号))?|staff (?:no\\.?|number|id)|employee (?:no\\.?|number|id)",
    `[A-Z]{0,4}[${hyphens}]?[0-9](?:[${hyphens}]?[0-9A-Z]){2,12}(?![0-9])`,
  ),
  labelled(
    "staff-number",
    "(?:利用者|職員|社員|ユーザー?|ログイン)ID|user ?id|login (?:id|name)",
    "[A-Za-z][A-Za-z0-9._-]{3,24}(?![A-Za-z0-9@])",
  ),
  labelled(
    "insurance-number",
    "(?:被保険者|基礎年金|年金証書の?|年金|受給者|受給資格者|組合員|保険者|被保険者証の?|保険証の?|健康保険証?の?|共済組合員証の?|資格確認書の?|介護保険|後期高齢者医療|雇用保険|被保険者証|保険証)(?:証)?(?:の)?[ ]?(?:記号・)?(?:番号|記号番号|記号・番号)|年金コード|insurance (?:no\\.?|number)|pension number",
    `[0-9](?:[${hyphens} ・]?[0-9]){2,13}(?![0-9])`,
  ),
];
const residence = /(?<![A-Za-z0-9])[A-Z]{2}[0-9]{8}[A-Z]{2}(?![A-Za-z0-9])/gu;
const passport = /(?<![A-Za-z0-9])[TMN][A-Z][0-9]{7}(?![A-Za-z0-9])/gu;
const pairOfNumbers = new RegExp(
  `記号[ ]?(?:番号)?[ ]?[:：は]?[ ]{0,3}([0-9]{1,8}(?:[${hyphens}の][0-9]{1,6})?)[ 、,・/／\\n]{0,3}(?:(?:及び|と)?番号[ ]?[:：は]?[ ]{0,3}|[${hyphens}][ ]?)([0-9]{1,8})(?![0-9])`,
  "gu",
);

/** 記号・番号　710-2048: both in one, of a health insurance. */
const signAndNumber = new RegExp(
  `記号[ ]?[・及び]{1,2}[ ]?番号[ ]?[:：]?[ \\t]{0,4}([0-9]{1,8}(?:[ ]?[${hyphens}・ ][ ]?[0-9]{1,8})?)(?![0-9])`,
  "gu",
);

/** Numbers that belong to one person: with their check digit, their form, or a label before them. Text in half width. */
export function findNumbers(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(card)) {
    if (isLuhn(digitsOf(match[0])))
      found.push({ start: match.index, end: match.index + match[0].length, kind: "credit-card" });
  }
  for (const match of text.matchAll(myNumber)) {
    if (isMyNumber(digitsOf(match[0])))
      found.push({ start: match.index, end: match.index + match[0].length, kind: "my-number" });
  }
  for (const { kind, pattern } of rules) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1]!;
      const start = match.index + match[0].length - value.length;
      if (kind === "passport" && /^[0-9]/.test(value) && !/番号|n(?:o|umber)/iu.test(match[0])) continue;
      found.push({ start, end: start + value.trimEnd().length, kind });
    }
  }
  for (const [pattern, kind] of [
    [residence, "residence-card"],
    [passport, "passport"],
  ] as const) {
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  for (const match of text.matchAll(signAndNumber)) {
    const end = match.index + match[0].length;
    if (/保険|被保|組合|共済/u.test(text.slice(Math.max(0, match.index - 80), end + 40)))
      found.push({ start: end - match[1]!.length, end, kind: "insurance-number" });
  }
  for (const match of text.matchAll(pairOfNumbers)) {
    const around = text.slice(Math.max(0, match.index - 40), match.index + match[0].length + 30);
    const [whole, sign, number] = match as unknown as [string, string, string];
    const isBank = /ゆうちょ|郵便|貯金|通帳/u.test(around) || (/^1[0-9]{3}0/.test(sign) && number.length >= 6);
    if (!isBank && !/保険|被保険|組合|資格|年金|共済/u.test(around)) continue;
    const kind = isBank ? "bank-account" : "insurance-number";
    const first = match.index + whole.indexOf(sign);
    const second = match.index + whole.length - number.length;
    found.push({ start: first, end: first + sign.length, kind }, { start: second, end: second + number.length, kind });
  }
  return found;
}
