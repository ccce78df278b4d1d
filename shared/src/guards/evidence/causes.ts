import type { Passage } from "./reading/clause";
import { weightOf } from "./alignment";
import { isFraming } from "./words/light-words";
import { Region } from "./reading/region";

const japaneseCause =
  /(?:(?:の|る|た|い|な)ため(?!に(?:は|も)|の)|(?:で|の|た|る|い)ので|(?:た|る|い|だ)から(?=、|だ|で)|により|によって|による(?!と)|ことから|を受け(?:て)?(?=、)|に伴い|に伴って|が原因|を原因|の影響(?:で|に)|のせい|を理由に|の都合|おかげ)/u;
const japaneseLink =
  /ため|ので|から|により|によって|による|ことから|を受け|に伴|原因|要因|理由|影響|背景|なので|以上、|結果|せい|つき|もの(?:で|と)|で、|て、|し、|く、/u;
const englishCause =
  /\b(?:because|due to|owing to|since|as a result of|caused by|thanks to|on account of|in response to|following)\b/iu;
const englishLink =
  /\b(?:because|due|owing|since|result\w*|caus\w*|thanks|as|from|reason|so|therefore|attribut\w*|explain\w*|following)\b/iu;

/** True when a line gives a cause of which its sources say nothing, or which they do not give as a cause. */
export function addsCause(line: Passage, region: Region, sources: readonly Passage[]): boolean {
  const { language } = line;
  const pattern = language === "ja" ? japaneseCause : englishCause;
  const match = pattern.exec(line.text);
  if (match === null) return false;
  // Japanese says the cause before the mark, English after it.
  const stretch =
    language === "ja"
      ? [Math.max(0, line.text.slice(0, match.index).search(/[^、。]*$/u)), match.index]
      : [match.index + match[0].length, line.text.length];
  const tokens = line.clauses
    .flatMap((clause) => clause.tokens)
    .filter(({ start, end, light, kind }) => start >= stretch[0]! && end <= stretch[1]! && !light && kind === "word");
  const total = tokens.reduce((sum, token) => sum + weightOf(token), 0);
  if (total > 0) {
    const known = tokens.reduce((sum, token) => sum + weightOf(token) * region.covers(token, line.text).share, 0);
    if (known / total < 0.7) return true;
  }
  const link = language === "ja" ? japaneseLink : englishLink;
  if (sources.some(({ text }) => link.test(text))) return false;
  // 「土砂崩れで通れません」: what the line gives as the cause stands there before で.
  const last = tokens.at(-1);
  if (language === "ja" && last !== undefined) {
    const words = line.text.slice(last.start, match.index + match[0].search(/(?:に|による|が|を|の)/u));
    if (words.length >= 2 && sources.some(({ text }) => text.includes(`${words}で`))) return false;
  }
  // Two sentences that one speaker says in a row may be told as cause and effect.
  return !sources.some((passage) => {
    const own = new Region([passage.text, ...passage.speaker].join("\n"), []);
    return line.clauses.every((clause) =>
      clause.tokens.every(
        (token) =>
          token.light || token.kind === "figure" || isFraming(token.text) || own.covers(token, line.text).share >= 0.5,
      ),
    );
  });
}
