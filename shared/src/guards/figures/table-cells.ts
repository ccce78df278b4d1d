import type { Finding, Span } from "../../vocabulary";

interface Cell {
  text: string;
  span: Span;
}

const number = /^[-+−▲△]?[0-9][0-9,]*(?:\.[0-9]+)?$/;

/**
 * Two numbers of a table written with bars that changed cells (`figure-swapped` { first, second }, a warning). Only tables of
 * as many rows and columns are compared, and only where the numbers are the same ones: a translation keeps cells in their
 * place, and another scale of a column changes its numbers. Linear in the length of the texts.
 */
export function exchangedCells(source: string, target: string): Finding[] {
  const [from, to] = [rowsOf(source), rowsOf(target)];
  if (from.length < 2 || from.length !== to.length || from.some((row, index) => row.length !== to[index]!.length))
    return [];
  const differing = from.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const other = to[index]![column]!;
      const isNumber = number.test(cell.text) && number.test(other.text);
      return isNumber && valueOf(cell) !== valueOf(other) ? [{ cell, other }] : [];
    }),
  );
  const there = differing.map(({ cell }) => valueOf(cell)).sort();
  const here = differing.map(({ other }) => valueOf(other)).sort();
  if (differing.length < 2 || there.join("|") !== here.join("|")) return [];
  const [first, second] = [differing[0]!, differing.at(-1)!];
  return [
    {
      guard: "figures",
      code: "figure-swapped",
      severity: "warning",
      values: { first: first.cell.text, second: second.cell.text },
      source: [first, second].map(({ cell: { span } }) => ({ blockId: "0", ...span })),
      output: { start: first.other.span.start, end: second.other.span.end },
    },
  ];
}

const valueOf = ({ text }: Cell): string => text.replace(/,/g, "").replace(/[−▲△]/, "-");

function rowsOf(text: string): Cell[][] {
  const rows: Cell[][] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim().startsWith("|") && line.trim().endsWith("|") && !/^[\s|:-]+$/.test(line)) {
      let at = start;
      rows.push(
        line.split("|").map((part) => {
          const from = at + part.length - part.trimStart().length;
          at += part.length + 1;
          return {
            text: part.trim().normalize("NFKC"),
            span: { start: from, end: from + part.trim().length },
          };
        }),
      );
    }
    start += line.length + 1;
  }
  return rows;
}
