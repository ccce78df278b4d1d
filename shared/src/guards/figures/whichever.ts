import type { Finding } from "../../vocabulary";
import type { FigureText } from "./swapped";

const words = {
  ja: {
    more: /いずれか(?:の)?(?:高|多|大き|長|遅)(?:い|な)/g,
    less: /いずれか(?:の)?(?:低|少な|小さ|短|早)(?:い|な)/g,
  },
  en: {
    more: /whichever (?:(?:amount|sum|period|date) )?(?:is|are|comes|occurs|happens) (?:the )?(?:higher|greater|larger|longer|later|more|last)(?![a-z])/g,
    less: /whichever (?:(?:amount|sum|period|date) )?(?:is|are|comes|occurs|happens) (?:the )?(?:lower|less|lesser|smaller|shorter|earlier|sooner|first)(?![a-z])/g,
  },
} as const;

/** Of two limits the other one (`figure-limit-differs` { found, nearest }): いずれか高い額 for "whichever is lower". */
export function otherChoice(source: FigureText, target: FigureText): Finding[] {
  const [there, here] = [choiceIn(source), choiceIn(target)];
  if (there === undefined || here === undefined || there.way === here.way) return [];
  return [
    {
      guard: "figures",
      code: "figure-limit-differs",
      severity: "warning",
      values: { found: here.word, nearest: there.word },
      source: [{ blockId: "0", start: there.at, end: there.at + there.word.length }],
      output: { start: here.at, end: here.at + here.word.length },
    },
  ];
}

/** The choice of a text that always chooses in the same way. */
function choiceIn({ text, language }: FigureText): { way: "more" | "less"; word: string; at: number } | undefined {
  const plain = text.toLowerCase();
  const [more] = plain.matchAll(words[language].more);
  const [less] = plain.matchAll(words[language].less);
  const match = more ?? less;
  if (match === undefined || (more !== undefined && less !== undefined)) return undefined;
  return { way: more === undefined ? "less" : "more", word: match[0], at: match.index };
}
