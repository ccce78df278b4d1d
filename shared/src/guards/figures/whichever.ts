import type { Finding } from "../../vocabulary";
import { oppositeOf, type OppositeWords } from "./opposite";
import type { FigureText } from "./swapped";

const words: OppositeWords = {
  ja: [/いずれか(?:の)?(?:高|多|大き|長|遅)(?:い|な)/g, /いずれか(?:の)?(?:低|少な|小さ|短|早)(?:い|な)/g],
  en: [
    /whichever (?:(?:amount|sum|period|date) )?(?:is|are|comes|occurs|happens) (?:the )?(?:higher|greater|larger|longer|later|more|last)(?![a-z])/g,
    /whichever (?:(?:amount|sum|period|date) )?(?:is|are|comes|occurs|happens) (?:the )?(?:lower|less|lesser|smaller|shorter|earlier|sooner|first)(?![a-z])/g,
  ],
};

/** Of two limits the other one: いずれか高い額 for "whichever is lower". */
export function otherChoice(source: FigureText, target: FigureText): Finding[] {
  return oppositeOf(source, target, words);
}
