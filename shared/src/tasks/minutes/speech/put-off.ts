/** What becomes of a thing that a meeting does not take up now: left undone, or left for later. */
export interface PutOff {
  undone: boolean;
  later: boolean;
}

const undone =
  /見送|取りやめ|取り止め|やめ(?:る|た|て|ま|と)|中止|断念|却下|否決|不採用|(?:行わ|実施し|採用し|設け|導入し|やら|し|打た|開か|作ら|雇わ)(?:ない|なかった|ません)(?=こと|と(?:し|する)|。|$|よう)|(?:行い|やり|し)ません|\b(?:drop(?:ped)?|against|cancel(?:led|ed)?|skip(?:ped)?|abandon(?:ed)?|reject(?:ed)?|(?:will|shall|would) not|won['’]t|not (?:be )?\w+ed|no \w+ will|let['’]s not)\b/iu;
const later =
  /見送|先送り|持ち越|持越|持ち帰|継続(?:審議|協議|検討)|保留|棚上げ|次回(?:に|へ|以降|の会議)|次回まで(?:に)?(?:は)?(?:保留|延期|決め(?:ない|ません)|預か|持ち)|(?:決め|決定せ|結論を出さ)(?:ず|ない|ません)|決定しない|延期|後日|引き続き(?:検討|協議|議論)|(?:以降|来年度?|来月|来週|次回?|先|春|秋)に延ばし|(?:今後|将来|次回|次年度|以降)の?(?:検討)?(?:課題|宿題)|(?:課題|宿題)(?:という(?:こと|形))?(?:に|と)(?:し|いたし)|\b(?:postpon|defer|put off|on hold|carr(?:y|ied) over|next (?:meeting|time)|adjourn|tabled|not (?:yet )?decided?|later)/iu;
const weighed =
  /方向で|検討(?:し|中|して)|調整(?:し|中|して)|案(?:です|が|として)|と思い|と考え|かもしれ|どうでしょう|いかが|たいです|べき|\b(?:might|may|could|consider|propose|suggest|think)/iu;

/** How a sentence puts something off; undefined where it does not, or only weighs it. */
export function putOff(sentence: string): PutOff | undefined {
  const found = { undone: undone.test(sentence), later: later.test(sentence) };
  return found.undone || found.later ? found : undefined;
}

/** True for a sentence that only weighs. */
export function weighs(sentence: string): boolean {
  return weighed.test(sentence);
}
