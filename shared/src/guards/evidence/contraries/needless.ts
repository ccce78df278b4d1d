import { nearest } from "./things";

const leastAlike = 0.15;
const needless = /(?:必要(?:は|が|も|性は)?(?:な[いくか]|ありま|ござい?ま?せ)|不要(?!不急|品|な(?!の)))/u;
/** What a source may deny or leave for a line that calls it needless. */
const denied = /ない|なく|なかっ|ません|ず(?:に|、|と)|不要|やめ|省|廃|要ら|いら|結構|十分|足り|なし|済/u;
const wanted =
  /(?:方が|ほうが)(?:良い|いい|よい)|べき(?!で(?:は|も)?な)|(?:し|して|て)(?:ほしい|欲しい|いただきたい|ください)|必要(?:が|で)(?!は|も|ない)|必要だ|重要|したい/u;

/** True when a line calls needless what its sources want, and deny nothing: 「先行させる必要はない」 for 「先にした方がいい」. */
export function turnsNeedless(line: string, sentences: readonly string[]): boolean {
  if (!needless.test(line)) return false;
  const alike = nearest(line.replace(needless, ""), sentences, leastAlike);
  return alike.length > 0 && alike.every((one) => wanted.test(one) && !denied.test(one));
}
