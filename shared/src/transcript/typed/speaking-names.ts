import { remembered } from "../remembered";
import { endsLikeOffice, isInOffice, isSurelyPerson } from "../speaker-names";
import { isLabelValue } from "./label-values";
import { indentedLabels, labelsOfNouns } from "./labels-by-place";
import { likelyLabels } from "./likely-labels";
import { namedLine, type NamedLine } from "./named-line";
import { numberedThing } from "./things";

/** Share of the lines from which on a form is that of the file, and how often a single name makes it so. */
const usualShare = 0.4;
/** Forms that other lines have as well need nearly all. */
const sureShare = 0.6;
/** What somebody says ends as a sentence or in kana, or is Latin; a label's words are nouns: 「連絡先：総務課」. */
const speech = /[。．.!?！？」\p{Script=Hiragana}\p{Script=Latin}]$/u;

/**
 * Which names of lines are those of speakers: a name that comes back, a person in office, or any name of a file most of whose
 * lines begin with one. 「効果：…」 in the middle of a speech is none of these, nor are labels of figures.
 * @param lines texts of cues, or lines
 * @param file all lines with their times, among which the head tells who is there
 */
export function speakingNames(lines: readonly string[], file: readonly string[] = lines): Set<string> {
  const named = lines.map(remembered(namedLine));
  const times = new Map<string, number>();
  const values = new Map<string, number>();
  for (const found of named) {
    if (found === undefined) continue;
    times.set(found.name, (times.get(found.name) ?? 0) + 1);
    if (isLabelValue(found.words)) values.set(found.name, (values.get(found.name) ?? 0) + 1);
  }
  const points = pointsOfLists(times);
  const nouns = labelsOfNouns(named, times);
  const labels = new Set([...likelyLabels(named, file), ...indentedLabels(named, lines)]);
  const isLabel = (name: string): boolean =>
    points.has(name) || nouns.has(name) || labels.has(name) || values.get(name) === times.get(name);
  const first = named.findIndex((found) => found !== undefined && !isLabel(found.name));
  const counted = named.filter((found) => found !== undefined && !isLabel(found.name)).length;
  const recurs = [...times].some(([name, count]) => count > 1 && !isLabel(name));
  const spoken = named.filter(
    (found) => found !== undefined && (found.words.trim() === "" || speech.test(found.words.trim())),
  ).length;
  // One line of that form among others names nobody either.
  const isAlone = counted < 2 && lines.length > 2;
  const isForm = counted > 3 && spoken === 0 && ![...times.keys()].some(isSurelyPerson);
  const isList = !recurs && (isForm || (counted * 5 < lines.length * 3 && spoken * 2 < counted));
  const share = isList || isAlone ? 0 : counted / Math.max(1, lines.length - Math.max(0, first));
  const shares = (form: NamedLine["form"]): number =>
    named.filter((found) => found?.form === form).length / Math.max(1, lines.length - Math.max(0, first));
  const isHalved = named.some((found) => found?.form === "half" && times.get(found.name)! > 1);
  const weak = { parenthesis: shares("parenthesis"), half: isHalved ? shares("half") : 0, quote: shares("quote") };
  const areTitled = titledSpeak(named, times);
  const questions = [...times.keys()].some((name) => question.test(name));
  const names = new Set<string>();
  let surely = false;
  for (const found of named) {
    if (found === undefined || (questions && answer.test(found.name))) continue;
    const { name, form } = found;
    if (form === "titled") {
      if (areTitled) names.add(name);
      continue;
    }
    if (points.has(name) || labels.has(name)) continue;
    if (form === "parenthesis" || form === "half" || form === "quote") {
      const isOffice = form === "parenthesis" && isInOffice(name) && !isAlone;
      if (isOffice || (weak[form] >= sureShare && !isLabel(name))) names.add(name);
      continue;
    }
    const often = times.get(name)! > 1 && !isLabel(name);
    const sure = form === "circle" || endsLikeOffice(name) || /^SPEAKER[_ ]?\d+$/i.test(name);
    surely ||= sure || isSurelyPerson(name);
    if ((share >= usualShare && !isLabel(name)) || sure || (often && share >= 0.05)) names.add(name);
  }
  // In a report a label may come back; one that nobody answers is no speaker.
  return share < usualShare && names.size === 1 && !surely ? new Set() : names;
}

/** True where offices with names behind them and no mark open speeches: three say sentences, and one comes back. */
function titledSpeak(named: readonly (NamedLine | undefined)[], times: ReadonlyMap<string, number>): boolean {
  const spoken = named.filter((found) => found?.form === "titled" && /[。．.!?！？」]$/u.test(found.words.trim()));
  return spoken.length >= 3 && spoken.some((found) => times.get(found!.name)! > 1);
}

/** Names that are points of one list, 「選抜１」 and 「選抜２」: numbers that go on, each once. */
function pointsOfLists(times: ReadonlyMap<string, number>): Set<string> {
  const series = new Map<string, { name: string; number: number }[]>();
  for (const [name, count] of times) {
    const point = count === 1 ? numberedThing(name) : undefined;
    if (point === undefined) continue;
    const points = series.get(point.stem) ?? [];
    points.push({ name, number: point.number });
    series.set(point.stem, points);
  }
  const goOn = [...series.values()].filter(
    (points) => points.length > 1 && points.every(({ number }, place) => number === points[0]!.number + place),
  );
  return new Set(goOn.flatMap((points) => points.map(({ name }) => name)));
}

/** 「Q：」 and 「A：」 are a question and its answer, but A among B and C is somebody. */
const question = /^[QqＱｑ]$/;
const answer = /^[QqＱｑAaＡａ]$/;
