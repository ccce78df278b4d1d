import type { PersonalDatum } from "../personal-datum";
import { hyphens } from "./hyphens";

const character = "[\\p{Script=Han}ぁ-ゖァ-ヺーA-Za-z0-9・々ヶ]";
const kinds = "(?:普通|当座|貯蓄|総合|定期|納税準備|通常|振替|(?<=[(（])[普当貯](?=[)）]))";
const number = `[0-9](?:[${hyphens} ]?[0-9]){4,7}(?![0-9])`;
const bank = new RegExp(
  `(?:${character}{1,14}?(?:銀行|信用金庫|信金|信用組合|信組|労働金庫|ろうきん|農業協同組合|農協|漁協|ＪＡ|JA|金庫)(?:[ (（]{0,2}(?:銀行コード)?[:：]?[0-9]{4}[)）]?)?[ \\t、/／]{0,2}${character}{0,14}?(?:支店|本店(?:営業部)?|営業部|出張所|支所|店|センター)?(?:[ (（]{0,2}(?:支店コード|店番号?)?[:：]?[0-9]{3}[)）]?)?[ \\t、/／]{0,2}[(（]?${kinds}(?:預金|貯金)?(?:口座)?[)）]?[ \\t、:：]{0,2}(?:(?:口座)?番号|No\\.?)?[ \\t:：]{0,2})(${number})`,
  "gu",
);
const labelled = new RegExp(
  `(?:口座番号|(?:振込|受取|引落|入金|指定|返還|還付)(?:先|用)?口座(?![\\p{Script=Han}])|口座[Nn]o\\.?|[Aa]ccount [Nn](?:o\\.?|umber)|A/C [Nn]o\\.?)[ ]?[:：はの=|｜]?[ \\t\\n]{0,3}(?:[(（]?${kinds}(?:預金)?[)）]?[ :：]{0,2})?[*＊●xX]{0,10}(${number})`,
  "gu",
);
const kindAndNumber = new RegExp(
  `(?<![\\p{Script=Han}])${kinds}(?:預金|貯金)?(?:口座)?[)）]?[ :：、]{0,2}(?:(?:口座)?番号[ :：]{0,2})?(${number})`,
  "gu",
);

/** Numbers of bank accounts, behind bank, branch and kind or behind their label; banks and branches are firms and stay. Text in half width. */
export function findBankAccounts(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const pattern of [bank, labelled, kindAndNumber]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({ start: end - match[1]!.length, end, kind: "bank-account" });
    }
  }
  return found;
}
