import type { Finding } from "../../vocabulary";
import { oppositeOf, type OppositeWords } from "./opposite";
import type { FigureText } from "./swapped";

/** Words that say nothing but a rise or a fall. */
const words: OppositeWords = {
  ja: [
    /増加|増え|増や|増大|増額|増員|上昇|引き?上げ|上回|拡大|伸び|値上|倍増/g,
    /減少|減っ|減り|減ら|減る|減額|減員|低下|下落|引き?下げ|下回|縮小|削減|値下|短縮|下降|半減/g,
  ],
  en: [
    /(?<![a-z])(?:increas\w*|rose|rises?|risen|rising|grew|grow(?:th|s|n|ing)?|rais(?:e[sd]?|ing)|higher|expan\w+|exceed\w*|surpass\w*|up (?:by )?(?=[0-9])|climb\w*|more|above|gain\w*|surg\w*|boost\w*|extend\w*|upward|doubl\w*|tripl\w*)(?![a-z])/g,
    /(?<![a-z])(?:decreas\w*|fell|fall(?:s|en|ing)?|dropp?\w*|declin\w*|reduc\w*|lower\w*|shr[aiu]nk\w*|cut(?:s|ting)?|fewer|less|below|short\w*|contract(?:ed|ion|ions|s|ing)?|down|diminish\w*|minim\w*|smaller|worse\w*|curb\w*|downward|slash\w*|halv\w*|half)(?![a-z])/g,
  ],
};

/** A text that speaks of falls alone where the other speaks of rises alone; where a text has both, its figures are compared one by one. */
export function otherDirection(source: FigureText, target: FigureText): Finding[] {
  return oppositeOf(source, target, words);
}
