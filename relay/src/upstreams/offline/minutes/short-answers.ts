const opening =
  /^(?:(?:はい|ええ|うん|うーん|そう(?:だね|ですね)?|いや|いえ|じゃあ?|では|それでは|まあ|えーと|分かりました|わかりました)[、。\s]*)+/u;
const question =
  /([\p{Script=Han}\p{Script=Katakana}ぁ-ん]{1,6}?)(?:ます|ましょう|るん?です|う)か[。？?\s]*$|(?:ですか|でしょうか|どうします?か?|いかが(?:です|でしょう)か|たいんですが)[。？?\s]*$/u;
const leavesUndone =
  /見送|取りやめ|取り止め|やめ(?:ます|て|ま(?:し|しょ)|よう|る)|(?:やり|し|行い|入れ|設け|出し|作り|使い|公開し)ません|しないことに|中止(?:し|に|と)|断念/u;
const putOff =
  /見送(?:ります|りましょう|ることと)|持ち越(?:します|しましょう|すこと)|先送り(?:し|と)|継続審議(?:と|に)|保留(?:と|に)し|次回に(?:回し|持ち)/u;
const agrees = /(?<!て|てい|てお|でき|あり|思い|聞こえ|見え|分かり|わかり)(?:ます|ましょう|よう|する)[。ねよ\s]*$/u;
/** A longer answer tells by itself what it is about. */
const longest = 40;

/** True for a sentence that puts something off or leaves it undone. */
export function putsOff(text: string): boolean {
  return putOff.test(text);
}

/** True for 「続けます」 and 「それはやめておこう」 behind the question whether to: what was asked is decided by it. */
export function answersQuestion(answer: string, asked: string): boolean {
  const plain = answer.replace(opening, "");
  const verb = question.exec(asked.trim());
  if (verb === null || plain.length > longest || /[かの？?]。?$/u.test(plain)) return false;
  if (leavesUndone.test(plain)) return true;
  const stem = verb[1]?.slice(-2) ?? "";
  return stem.length === 2 && plain.includes(stem) && agrees.test(plain);
}
