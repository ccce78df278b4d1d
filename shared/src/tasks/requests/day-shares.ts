import { findDues } from "./find-dues";

const untilDay = /(?:まで(?:に)?|迄に?|中に|以内に|必着で)[、，]?$/u;

/** 「希望の有無を６日までに、希望がある課は様式を１０日までに、登録願います」 asks for one thing by each day. */
export function sharesByDay(clauses: readonly string[]): { text: string }[] {
  const ends = clauses.flatMap((clause, index) =>
    index < clauses.length - 1 && untilDay.test(clause) && clause.includes("を") && findDues(clause).length > 0
      ? [index]
      : [],
  );
  const last = clauses.at(-1) ?? "";
  // The last share may go on to the end of the sentence.
  const isOpen = last.includes("を") && findDues(last).length > 0;
  const verb = isOpen ? verbBehindDay(last) : clauses.slice((ends.at(-1) ?? 0) + 1).join("");
  if (ends.length + (isOpen ? 1 : 0) < 2 || verb === "") return [];
  const parts = ends.map((end, index) => clauses.slice(index === 0 ? 0 : ends[index - 1]! + 1, end + 1).join(""));
  const told = parts.map((text) => ({ text: text.replace(/[、，]$/u, "") + verb.replace(/^それぞれ[、，]?/u, "") }));
  return isOpen ? [...told, { text: clauses.slice(ends.at(-1)! + 1).join("") }] : told;
}

function verbBehindDay(clause: string): string {
  const due = findDues(clause).at(-1)!;
  return clause.slice(due.end).replace(/^(?:まで(?:に)?|迄に?|に|必着で)[、，]?/u, "");
}
