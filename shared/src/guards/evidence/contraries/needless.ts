import { nearest } from "./things";

const leastAlike = 0.15;
const needless = /(?:必要(?:は|が|も|性は)?(?:な[いくか]|ありま|ござい?ま?せ)|不要(?!不急|品|な(?!の)))/u;
/** What a source may deny or leave for a line that calls it needless. */
const denied = /ない|なく|なかっ|ません|ず(?:に|、|と)|不要|やめ|省|廃|要ら|いら|結構|十分|足り|なし|済/u;
const wanted =
  /(?:方が|ほうが)(?:良い|いい|よい)|べき(?!で(?:は|も)?な)|(?:し|して|て)(?:ほしい|欲しい|いただきたい|ください)|必要(?:が|で)(?!は|も|ない)|必要だ|重要|したい/u;

const spared =
  /(?:なくて(?:も)?(?:いい|良い|よい|結構|大丈夫|構)|必要(?:は|が|も)?(?:な[いく]|あり?ませ)|不要だ|不要です|いらない|要らない)/u;
const urged = /べき(?!で(?:は|も)?な)|早期|早急|早く|急ぐ|求め|必要(?:が|で)あ/u;

/**
 * True when a line calls needless what its sources want, and deny nothing (「先行させる必要はない」 for 「先にした方がいい」), or urges
 * what they call needless (「早く導入すべき」 for 「急がなくていい」).
 */
export function turnsNeedless(line: string, sentences: readonly string[]): boolean {
  if (!needless.test(line)) {
    const denies = /な[いくか]|ません|ず/u.test(line);
    return (
      !denies &&
      urged.test(line) &&
      sentences.some((one) => spared.test(one)) &&
      !sentences.some((one) => wanted.test(one) || urged.test(one.replace(spared, "")))
    );
  }
  if (sentences.some((one) => wanted.test(one)) && !sentences.some((one) => denied.test(one))) return true;
  const alike = nearest(line.replace(needless, ""), sentences, leastAlike);
  return alike.length > 0 && alike.every((one) => wanted.test(one) && !denied.test(one));
}
