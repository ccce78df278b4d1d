import type { TaskLanguage, TermPair } from "../vocabulary";

const words = {
  ja: {
    heading: "用語（次の語は、必ずこのとおりに書く。同じ語を別の言い方にしない）：",
    use: (source: string, target: string): string => (source === target ? target : `${source} → ${target}`),
    avoid: (wordings: readonly string[]): string =>
      `（${wordings.map((wording) => `「${wording}」`).join("")}とは書かない）`,
  },
  en: {
    heading: "Terms (always write these exactly so; never call them anything else):",
    use: (source: string, target: string): string => (source === target ? target : `${source} → ${target}`),
    avoid: (wordings: readonly string[]): string => ` (never ${wordings.map((wording) => `"${wording}"`).join(", ")})`,
  },
} as const;

/** The lines of a task that name the ministry's terms; none without terms. Each term is one line whatever it holds. */
export function termLines(terms: readonly TermPair[] | undefined, language: TaskLanguage): string[] {
  if (terms === undefined || terms.length === 0) return [];
  const { heading } = words[language];
  return [heading, ...terms.map((term) => `- ${termLine(term, language)}`)];
}

/** One term as a prompt says it: `source → target`, with what must not be written behind it. */
export function termLine({ source, target, forbidden = [] }: TermPair, language: TaskLanguage): string {
  const { use, avoid } = words[language];
  return use(oneLine(source), oneLine(target)) + (forbidden.length === 0 ? "" : avoid(forbidden.map(oneLine)));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
