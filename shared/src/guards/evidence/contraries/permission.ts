import { nearest } from "./things";

const forbids =
  /禁止|禁じ|(?<!不)不可(?!欠|能|避|分)|認め(?:られ)?(?:て)?(?:い|お)?(?:ない|なかった|ません|ず|りません)|許(?:さ|可さ|可し)(?:れ)?(?:て)?(?:い|お)?(?:ない|ません|りません)|(?:て|で)は(?:なら|いけ)(?:ない|ません)|駄目|だめ|ないで(?:ください|下さい)|ないこと(?=。|$|と(?!し))|でき(?:ない|ません)|\b(?:prohibit\w*|forbidden|banned|not (?:allowed|permitted)|must not|may not|cannot|can['’]t)\b/giu;
const permits =
  /認め(?:る|られ(?:る|て(?:い|お)|た)|た|ます|て(?:い|お))|許可(?:する|され|し)|可能|でき(?:る|ます)|(?:て|で)(?:も)?(?:よい|良い|いい|構わ|かまわ|よろしい)|使ってください|\b(?:is|are) (?:allowed|permitted)\b|\bmay\b|\bcan\b/iu;
/** 「画面の共有を使うこと。」 asks for it. */
const orders = /(?<!ない|の|な)[うくすつぬむるぐぶ]こと。?$/u;
/** Who or when it is permitted: two limits that may be told as either. */
const limited = /のみ|だけ|限り|限る|限って|場合|以外|除き|\b(?:only|unless|if|except)\b/iu;
const leastAlike = 0.4;

/** True when a line permits what its sources forbid, or forbids what they permit. */
export function turnsPermission(line: string, sentences: readonly string[]): boolean {
  const own = sideOf(line);
  if (own === "" || limited.test(line)) return false;
  const sides = nearest(line.replace(forbids, ""), sentences, leastAlike).map(sideOf);
  return sides.length > 0 && sides.every((side) => side !== "" && side !== own);
}

function sideOf(sentence: string): "forbids" | "permits" | "" {
  const rest = sentence.replace(forbids, "");
  if (permits.test(rest)) return rest === sentence ? "permits" : "";
  if (rest !== sentence) return "forbids";
  return orders.test(sentence) ? "permits" : "";
}
