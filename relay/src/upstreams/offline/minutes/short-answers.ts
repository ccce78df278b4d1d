const opening =
  /^(?:(?:はい|ええ|うん|うーん|そう(?:だね|ですね)?|いや|いえ|じゃあ?|では|それでは|まあ|えーと|分かりました|わかりました)[、。\s]*)+/u;
const question =
  /([\p{Script=Han}\p{Script=Katakana}ぁ-ん]{1,6}?)(?:ます|ましょう|るん?です|う)か[。？?\s]*$|(?:ですか|でしょうか|どうします?か?|どうでしょうか?|いかが(?:です|でしょう)か|たいんですが)[。？?\s]*$/u;
const leavesUndone =
  /見送|取りやめ|取り止め|やめ(?:ます|て|ま(?:し|しょ)|よう|る)|(?:やり|し|行い|入れ|設け|出し|作り|使い|公開し)ません|しないことに|中止(?:し|に|と)|断念/u;
const leftOpen =
  /持ち越|先送り|継続(?:審議|協議|検討)|保留|棚上げ|次回(?:に(?:回|持|し|議論|審議|検討)|改めて|また|じっくり)|(?:結論|結論は)(?:を)?出さず|また今度|後日(?:改めて|また)|(?:今後|将来|次期|次年度)の?(?:検討)?(?:課題|宿題)(?:と|に)|引き続き(?:検討|協議|議論|審議)|\b(?:park (?:that|it|this)|come back to|next (?:time|meeting)|put (?:it|that|this) off|postpone|defer|leave (?:it|that|this) (?:with|for|until)|take it up)\b/iu;
const agrees = /(?<!て|てい|てお|でき|あり|思い|聞こえ|見え|分かり|わかり)(?:ます|ましょう|よう|する)[。ねよ\s]*$/u;
/** 「大学の方を考えておりますが、いかがでしょうか」 */
const thoughtOf =
  /(?:(?:考え|予定し|想定し)て(?:おり|い)ますが|(?:したい|進めたい)(?:と思い(?:ます)?|の(?:です)?|ん(?:です)?)が)、?(?:いかが|どう|よろしい)/u;
/** 「前例どおりでよろしいでしょうか」 — 「前例どおりで構いません」 */
const manner = /(?:どおり|通り|案|方式|方法|方針|体制|手順)$/u;
/** 「大学の方で結構です」 */
const isFine = /^([^、。]{1,20}?)で(?:も)?(?:結構|いい|良い|よい|よろしい|構い|問題(?:ない|あり|ござい))/u;
/** 「誰が作りますか」, 「足りますか」: what answers these decides nothing. */
const asksOpenly = /誰|どなた|いつ|どこ|どれ|いくら|何(?![らか])|なぜ|どうして/u;
const ability = /(?:足り|でき|なり|かかり|掛かり|間に合い|あり|おり|てい|終わり|聞こえ|見え)ますか/u;
/** A longer answer tells by itself what it is about. */
const longest = 40;

/** True for a sentence that leaves something for later: nothing is decided of it. 「今回は見送ります」 decides. */
export function leavesOpen(text: string): boolean {
  return leftOpen.test(text) && !/見送|中止|取りやめ/u.test(text);
}

/** True for 「続けます」 and 「それはやめておこう」 behind the question whether to: what was asked is decided by it. */
export function answersQuestion(answer: string, asked: string): boolean {
  const plain = answer.replace(opening, "");
  const verb = question.exec(asked.trim());
  if (verb === null || plain.length > longest || /[かの？?]。?$/u.test(plain)) return false;
  if (asksOpenly.test(asked) || ability.test(asked)) return false;
  if (isFineWith(plain, asked)) return true;
  if (/反対|異存|異議|異論/u.test(plain)) return false;
  if (leavesUndone.test(plain)) return true;
  const stem = verb[1]?.slice(-2) ?? "";
  return stem.length === 2 && plain.includes(stem) && agrees.test(plain);
}

/** True for an answer that calls what was thought of, 「それ」 or the way that was asked after fine. */
function isFineWith(plain: string, asked: string): boolean {
  const [, what] = isFine.exec(plain) ?? [];
  if (what === undefined) return false;
  if (thoughtOf.test(asked)) return /^(?:それ|これ|その(?:案|方向|形|とおり))$/u.test(what) || asked.includes(what);
  return manner.test(what) && asked.includes(`${what}で`);
}
