import { morphologicalNames } from "@genai-office/relay";
import {
  createMasking,
  findPersonalData,
  type MaskedSpan,
  type PersonalDataOptions,
  type PersonalDatum,
} from "@genai-office/shared/guards";
import * as v from "valibot";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";
import { readJsonLines } from "../read-json-lines";

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const caseSchema = v.object({
  text: v.string(),
  spans: v.array(v.object({ start: offset, end: offset, kind: v.string() })),
  mustKeep: v.optional(v.array(v.string()), []),
});

/** Honorifics and titles, which stay by design: who annotates them with the name sees how much of a miss is only that. */
const aroundName =
  /^(?:様|さま|さん|氏|殿|君|くん|ちゃん|先生|女史|[\p{Script=Han}]{0,6}(?:長|員|官|補佐|主査|主任|教授|博士)|(?:Mr|Mrs|Ms|Dr|Prof)\.?|-?san|[\s　:：()（）「」、,.-])*$/u;

/**
 * `masking FILE.jsonl [--rules]`: finds personal data in each text with the product's own function and its default options, with
 * the morphology that the relay adds; `--rules`: without it, as in a pane. Both recalls are printed (`recallWithRules`,
 * `recallWithMorphology`); everything else is of the chosen one. A span
 * counts as masked when all its characters but white space are covered by ours, whatever the kind is called; `recall` is their
 * share, `recallWithoutTitles` forgives a span of which only an honorific, a title or punctuation is left. Precision: share of our
 * spans that overlap one of the file. A string of `mustKeep` that is gone from the masked text is a violation, once a text.
 * `restored`: the text is masked as a run does it, the placeholders change places within the masked text, and what is restored
 * has to be the source with its words in those places, besides the text itself unchanged.
 */
export const measure: Measure = async (args) => {
  const file = args.find((argument) => !argument.startsWith("--"));
  const withMorphology = { tagger: morphologicalNames() };
  const options = args.includes("--rules") ? {} : withMorphology;
  if (file === undefined) throw new MeasurementImpossible("name a file of cases (JSON lines)");
  const cases = readJsonLines(file, caseSchema);
  const byKind: Record<string, { spans: number; masked: number }> = {};
  let masked = 0;
  let withoutTitles = 0;
  let found = 0;
  let right = 0;
  let keptViolations = 0;
  let restored = 0;
  const problems: (string | number)[][] = [];
  const rows = cases.map(({ text, spans, mustKeep }, index) => {
    const ours = findPersonalData(text, options);
    for (const span of spans) {
      const entry = (byKind[span.kind] ??= { spans: 0, masked: 0 });
      entry.spans += 1;
      const left = uncovered(text, span, ours);
      if (left === "") {
        entry.masked += 1;
        masked += 1;
      } else problems.push([index + 1, `missed ${span.kind}`, text.slice(span.start, span.end)]);
      if (aroundName.test(left) && left !== text.slice(span.start, span.end).replace(/\s/g, "")) withoutTitles += 1;
      else if (left === "") withoutTitles += 1;
    }
    for (const { start, end, kind } of ours) {
      found += 1;
      if (spans.some((span) => span.start < end && start < span.end)) right += 1;
      else problems.push([index + 1, `extra ${kind}`, text.slice(start, end)]);
    }
    const masking = createMasking(options);
    const result = masking.mask(text);
    for (const kept of mustKeep) {
      if (result.text.includes(kept)) continue;
      keptViolations += 1;
      problems.push([index + 1, "not kept", kept]);
    }
    const exact = comesBack(text, result.text);
    if (exact) restored += 1;
    else problems.push([index + 1, "not restored", text.slice(0, 40)]);
    return { text, masked: result.text, spans: ours };

    function comesBack(source: string, maskedText: string): boolean {
      const places = result.spans;
      const placeholderOf = new Map(masking.placeholders.map(({ code, placeholder }) => [code, placeholder]));
      const between = [0, ...places.map(({ end }) => end)].map((end, place) => source.slice(end, places[place]?.start));
      const order = shuffled(places.length);
      const filled = (wordsOf: (span: MaskedSpan) => string): string =>
        between.map((words, place) => words + (place < places.length ? wordsOf(places[order[place]!]!) : "")).join("");
      const expected = filled(({ start, end }) => source.slice(start, end));
      const back = masking.restore(filled(({ code }) => placeholderOf.get(code)!));
      const unmoved = masking.restore(maskedText);
      return [back, unmoved].every(
        ({ text: words, missing, unknown }, pass) =>
          words === (pass === 0 ? expected : source) && missing.length === 0 && unknown.length === 0,
      );
    }
  });
  const total = cases.reduce((sum, { spans }) => sum + spans.length, 0);
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const recallOf = (chosen: PersonalDataOptions): number => share(maskedSpans(cases, chosen), total);
  const json = {
    spans: total,
    masked,
    recall: share(masked, total),
    recallWithRules: recallOf({}),
    recallWithMorphology: recallOf(withMorphology),
    recallWithoutTitles: share(withoutTitles, total),
    precision: share(right, found),
    byKind,
    keptViolations,
    restored: share(restored, cases.length),
    rows,
  };
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const summary = `${cases.length} texts, ${total} spans; recall ${percent(json.recall)} (rules alone ${percent(json.recallWithRules)}, with morphology ${percent(json.recallWithMorphology)}), precision ${percent(json.precision)}, ${keptViolations} kept violations, restored ${percent(json.restored)}`;
  const kinds = formatTable(
    ["kind", "spans", "masked"],
    Object.entries(byKind).map(([kind, entry]) => [kind, entry.spans, entry.masked]),
  );
  return { table: `${summary}\n${kinds}\n${formatTable(["line", "what", "words"], problems)}`, json };
};

/** Numbers from 0 in another order, the same in every run: from both ends in turn, last first; two change places. */
function shuffled(length: number): number[] {
  return Array.from({ length }, (_, place) => (place % 2 === 0 ? length - 1 - place / 2 : (place - 1) / 2));
}

function maskedSpans(
  cases: readonly { text: string; spans: { start: number; end: number }[] }[],
  options: PersonalDataOptions,
): number {
  return cases.reduce((sum, { text, spans }) => {
    const ours = findPersonalData(text, options);
    return sum + spans.filter((span) => uncovered(text, span, ours) === "").length;
  }, 0);
}

/** Characters of a span, white space apart, that none of ours covers. */
function uncovered(text: string, span: { start: number; end: number }, ours: readonly PersonalDatum[]): string {
  let left = "";
  for (let offset = span.start; offset < span.end; offset += 1) {
    if (!/\s/.test(text[offset]!) && !ours.some(({ start, end }) => start <= offset && offset < end))
      left += text[offset];
  }
  return left;
}
