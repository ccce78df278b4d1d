import { endsLikeOffice, isLikeName } from "../speaker-names";

/** A line that begins with who speaks. */
export interface NamedLine {
  name: string;
  /** What follows on the line; may be empty. */
  words: string;
  /** How the name is set apart: forms differ in how sure they are. */
  form: "circle" | "bracket" | "colon";
}

const circle =
  /^[\s\u3000]*[○◯〇●◎][ \u3000]?((?:[^\s\u3000。、「」：:（(]|[（(][^（）()\n]{1,40}[）)]){1,40})(?:[\s\u3000]+|[：:][\s\u3000]*|$)(.*)$/u;
const bracket =
  /^[\s\u3000]*(?:\[([^\][]{1,60})\]|【([^】【]{1,40})】|＜([^＞＜]{1,40})＞|［([^］［]{1,40})］|《([^》《]{1,40})》)[\s\u3000]*[:：]?[\s\u3000]*(.*)$/u;
const parenthesis =
  /^[\s\u3000]*[（(]([^（）()]{1,24}(?:[（(][^（）()]{1,24}[）)])?)[）)][\s\u3000]*[:：]?[\s\u3000]*(.*)$/u;
const colon = /^[\s\u3000]*(?:[-・>＞*]{1,3}[\s\u3000]*)?([^:：\n]{1,60}?)[\s\u3000]*[:：](?!\/\/)[\s\u3000]*(.*)$/u;

/** Nobody's name and its mark are longer; a line may be the whole file. */
const longestHead = 200;
const sign = /[:：○◯〇●◎[【＜［《（(]/u;

/**
 * Reads a line as 「○山田委員　…」, 「○事務局（佐藤課長） …」, 「[SPEAKER_00]: …」, 「【山田】…」 or 「山田 太郎：…」. That a line has
 * such a form does not make it one: the file as a whole decides (`speakingForms`).
 */
export function namedLine(raw: string): NamedLine | undefined {
  const line = raw.trimStart();
  const head = line.slice(0, longestHead);
  if (!sign.test(head)) return undefined;
  // Markdown emphasis around names: **山田**：
  const found = openingOf(head.replace(/\*\*/g, ""));
  return found === undefined ? undefined : { ...found, words: found.words + line.slice(longestHead) };
}

function openingOf(line: string): NamedLine | undefined {
  const round = circle.exec(line);
  if (round !== null) {
    const [, name, words] = round;
    const isName = isLikeName(name!) && (words !== "" || endsLikeOffice(name!));
    return isName ? { name: name!, words: words!, form: "circle" } : undefined;
  }
  const boxed = bracket.exec(line);
  if (boxed !== null) {
    const name = boxed.slice(1, 6).find((part) => part !== undefined)!;
    return isLikeName(name) ? { name: name.trim(), words: boxed[6]!, form: "bracket" } : undefined;
  }
  // 「（上田座長）」; 「（異議なし）」 is no person in office.
  const titled = parenthesis.exec(line);
  if (titled !== null && endsLikeOffice(titled[1]!) && isLikeName(titled[1]!))
    return { name: titled[1]!.trim(), words: titled[2]!, form: "bracket" };
  const typed = colon.exec(line);
  // 「山田 0:03」 is a time, not a name.
  if (typed === null || (/\d$/.test(typed[1]!) && /^\d/.test(typed[2]!))) return undefined;
  return isLikeName(typed[1]!) ? { name: typed[1]!.trim(), words: typed[2]!, form: "colon" } : undefined;
}

/** Share of the lines from which on a form is that of the file, and how often a single name makes it so. */
const usualShare = 0.4;

/**
 * Which names of lines are those of speakers: a name that comes back, a person in office, or any name of a file most of whose
 * lines begin with one. 「効果：…」 in the middle of a speech is none of these.
 * @param lines texts of cues, or lines
 */
export function speakingNames(lines: readonly string[]): Set<string> {
  const named = lines.map(namedLine);
  const times = new Map<string, number>();
  for (const found of named) if (found !== undefined) times.set(found.name, (times.get(found.name) ?? 0) + 1);
  const share = named.filter((found) => found !== undefined).length / Math.max(1, lines.length);
  const names = new Set<string>();
  for (const found of named) {
    if (found === undefined) continue;
    const often = times.get(found.name)! > 1;
    const sure = found.form === "circle" || endsLikeOffice(found.name) || /^SPEAKER[_ ]?\d+$/i.test(found.name);
    if (share >= usualShare || sure || (often && share >= 0.05)) names.add(found.name);
  }
  return names;
}
