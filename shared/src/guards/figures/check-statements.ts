import type { Block, Finding, Statement } from "../../vocabulary";
import { checkFigures, compareWithSource, sourceFigures } from "./check-figures";
import { figuresIn } from "./scan";

/**
 * Checks the figures of statements against the blocks they cite. A figure that stands only elsewhere in the source is
 * the warning `figure-elsewhere` { found }, with its place; one that stands nowhere is the error of `checkFigures`, the
 * nearest figure sought in the cited blocks first. A statement that cites nothing is the warning
 * `statement-without-source` (headings are let off). Output spans are offsets in the statements' texts joined by line
 * ends, in order.
 */
export function checkStatements(statements: readonly Statement[], blocks: readonly Block[]): Finding[] {
  const everywhere = sourceFigures(blocks);
  const findings: Finding[] = [];
  let offset = 0;
  for (const statement of statements) {
    const { text, sources, layout } = statement;
    const span = { start: offset, end: offset + text.length };
    if (sources.length === 0 && layout !== "heading" && text.trim() !== "") {
      findings.push({ guard: "figures", code: "statement-without-source", severity: "warning", output: span });
    }
    const figures = figuresIn(text);
    const cited = everywhere.filter(({ blockId }) => sources.includes(blockId));
    for (const figure of figures) {
      const [inCited] = compareWithSource(cited, [figure], { offset });
      if (inCited === undefined) continue;
      const [anywhere] = compareWithSource(everywhere, [figure], { offset });
      if (anywhere === undefined) {
        if (sources.length > 0)
          findings.push(elsewhere(figure.text, inCited, everywhere, text.slice(figure.span.start, figure.span.end)));
      } else findings.push(inCited.values?.nearest === undefined ? anywhere : inCited);
    }
    offset = span.end + 1;
  }
  return findings;
}

function elsewhere(found: string, finding: Finding, known: ReturnType<typeof sourceFigures>, text: string): Finding {
  const place = known.find(
    ({ blockId, figure }) => checkFigures([{ id: blockId, text: figure.text, kind: "paragraph" }], text).length === 0,
  );
  return {
    guard: "figures",
    code: "figure-elsewhere",
    severity: "warning",
    values: { found },
    ...(finding.output === undefined ? {} : { output: finding.output }),
    ...(place === undefined
      ? {}
      : { source: [{ blockId: place.blockId, start: place.figure.span.start, end: place.figure.span.end }] }),
  };
}
