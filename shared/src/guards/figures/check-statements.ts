import type { Block, Finding, Statement } from "../../vocabulary";
import { compareWithSource, mostNearest } from "./check-figures";
import { distinctFigures, place, sourceFigures, type SourceFigure } from "./source-figures";
import { compareFigures } from "./compare";
import type { Figure } from "./figure";
import { indexOf } from "./figure-index";
import { figuresIn } from "./scan";

/**
 * Checks the figures of statements against the blocks they cite. A figure that stands only elsewhere in the source is
 * the warning `figure-elsewhere` { found }, with its place; one that stands nowhere is the error of `checkFigures`, the
 * nearest figure sought in the cited blocks first. A statement that cites nothing is the warning
 * `statement-without-source` (headings are let off); its figures are looked for in the whole source. Output spans are
 * offsets in the statements' texts joined by line ends, in order.
 */
export function checkStatements(statements: readonly Statement[], blocks: readonly Block[]): Finding[] {
  const everywhere = sourceFigures(blocks);
  const distinct = distinctFigures(everywhere);
  const ofBlock = new Map<string, SourceFigure[]>();
  for (const one of everywhere) {
    const list = ofBlock.get(one.blockId);
    if (list === undefined) ofBlock.set(one.blockId, [one]);
    else list.push(one);
  }
  const findings: Finding[] = [];
  let offset = 0;
  for (const { text, sources, layout } of statements) {
    const isUnsourced = sources.length === 0 && layout !== "heading" && text.trim() !== "";
    if (isUnsourced) {
      const output = { start: offset, end: offset + text.length };
      findings.push({ guard: "figures", code: "statement-without-source", severity: "warning", output });
    }
    const cited = [...new Set(sources)].flatMap((id) => ofBlock.get(id) ?? []);
    for (const figure of figuresIn(text)) {
      const nearest = findings.length < mostNearest;
      const finding = checkOne(figure, cited, distinct, { hasSources: sources.length > 0, offset, nearest });
      if (finding !== undefined) findings.push(finding);
    }
    offset += text.length + 1;
  }
  return findings;
}

function checkOne(
  figure: Figure,
  cited: readonly SourceFigure[],
  everywhere: readonly SourceFigure[],
  { hasSources, offset, nearest }: { hasSources: boolean; offset: number; nearest: boolean },
): Finding | undefined {
  const [inCited] = compareWithSource(cited, [figure], { offset, nearest });
  if (inCited === undefined) return undefined;
  const seekNearest = nearest && inCited.values?.nearest === undefined;
  const [anywhere] = compareWithSource(everywhere, [figure], { offset, nearest: seekNearest });
  if (anywhere !== undefined) return seekNearest ? anywhere : inCited;
  if (!hasSources) return undefined;
  const found = indexOf(everywhere).find(figure, (candidate) => compareFigures(candidate.figure, figure) === "same");
  return {
    guard: "figures",
    code: "figure-elsewhere",
    severity: "warning",
    values: { found: figure.text },
    output: { start: figure.span.start + offset, end: figure.span.end + offset },
    ...(found === undefined ? {} : { source: [place(found)] }),
  };
}
