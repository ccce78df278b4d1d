import { isSettling } from "@genai-office/shared/guards";
import { dueIn } from "./due-words";
import type { SpokenSentence } from "./spoken-sentences";

const chairing = /(?:議長|座長|委員長|部会長|会長|理事長|司会)$|^(?:the )?chair(?:man|woman|person)?$/iu;
const heading = /(?:課長|室長|部長|局長|所長|センター長|班長)$/u;
const concludes = /^(?:それでは|では|じゃあ?|よって)、[^。]*[はをに]/u;
/** Running the meeting, or what the head does alone. */
const noRuling =
  /説明|紹介|報告|移り|移ります|入ります|進み|進め|始め|閉会|閉じ|開会|開き|終わ|終了|休憩|再開|伺い|聞き|意見|質問|採決|お願い|行きます|戻り|配り|配布|読み|申し|確認|まとめ|思い|考え|共有|いただき|もらい|諮り|続き|続け|挙手|指名|検討|私[がかはも]|こちらで|連絡|送り|お送り|ています|ております|予定|あります|なります|いきます|れば|たら|ば、/u;

/** Those whose word ends a discussion: who chairs; where nobody does, the heads of offices. */
export function headsOf(sentences: readonly SpokenSentence[]): ReadonlySet<string> {
  const speakers = [...new Set(sentences.map(({ speaker }) => speaker))];
  const chairs = speakers.filter((name) => chairing.test(partOf(name)));
  return new Set(chairs.length > 0 ? chairs : speakers.filter((name) => heading.test(name.trim())));
}

/** 「座長（上原教授）」 is 「座長」. */
function partOf(name: string): string {
  return name.replace(/[（(][^（）()]*[）)]\s*$/u, "").trim();
}

/** 「では、定期変更は廃止し、全職員に導入します」, said by who leads: decided by saying so. */
export function isRuling({ speaker, text }: SpokenSentence, heads: ReadonlySet<string>): boolean {
  if (!heads.has(speaker) || noRuling.test(text) || dueIn(text) !== "") return false;
  return concludes.test(text) && isSettling(text) && /ます[。\s]*$/u.test(text);
}
