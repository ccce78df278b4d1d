import type { PersonalDatum } from "../personal-datum";
import { hyphens } from "./hyphens";

const character = "[\\p{Script=Han}ぁ-ゖァ-ヺーA-Za-z0-9・々ヶ]";
const kinds = "(?:普通|当座|貯蓄|総合|定期|納税準備|通常|振替)";
const number = `[0-9](?:[${hyphens} ]?[0-9]){4,7}(?![0-9])`;
const bank = new RegExp(
  `(${character}{1,14}?(?:銀行|信用金庫|信金|信用組合|信組|労働金庫|ろうきん|農業協同組合|農協|漁協|ＪＡ|JA|金庫)(?:[ (（]{0,2}(?:銀行コード)?[:：]?[0-9]{4}[)）]?)?[ \\t、/／]{0,2}${character}{0,14}?(?:支店|本店(?:営業部)?|営業部|出張所|支所|店|センター)?(?:[ (（]{0,2}(?:支店コード|店番号?)?[:：]?[0-9]{3}[)）]?)?[ \\t、/／]{0,2}[(（]?${kinds}(?:預金|貯金)?(?:口座)?[)）]?[ \\t、:：]{0,2}(?:(?:口座)?番号|No\\.?)?[ \\t:：]{0,2}${number})`,
  "gu",
);
const labelled = new RegExp(
  `(?:口座番号|口座[Nn]o\\.?|[Aa]ccount [Nn](?:o\\.?|umber)|A/C [Nn]o\\.?)[ ]?[:：はの=|｜]?[ \\t\\n]{0,3}(?:[(（]?${kinds}(?:預金)?[)）]?[ :：]{0,2})?(${number})`,
  "gu",
);
const kindAndNumber = new RegExp(
  `(?<![\\p{Script=Han}])(${kinds}(?:預金|貯金)?(?:口座)?[)）]?[ :：、]{0,2}(?:(?:口座)?番号[ :：]{0,2})?${number})`,
  "gu",
);

/** Words before the name of a bank that are no part of it. */
const lead =
  /^(?:.*?(?:口座|振込先|振込|送金先|支払先|引落|金融機関名?|取引銀行|宛先|は|を|に|の|が|へ))(?=.{2,}(?:銀行|信用金庫|信金|信用組合|労働金庫|農協|金庫))/u;

/** Bank accounts: bank, branch, kind and number as one, or the number behind its label. Text in half width. */
export function findBankAccounts(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const match of text.matchAll(bank)) {
    const value = match[1]!;
    const skipped = lead.exec(value)?.[0].length ?? 0;
    found.push({ start: match.index + skipped, end: match.index + match[0].length, kind: "bank-account" });
  }
  for (const pattern of [labelled, kindAndNumber]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({ start: end - match[1]!.length, end, kind: "bank-account" });
    }
  }
  return found;
}
