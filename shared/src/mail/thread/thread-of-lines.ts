import type { BodyLine } from "./body-line";
import type { InlineAnswer, MailThread, ThreadHead, ThreadMessage } from "./mail-thread";
import { coloredAnswers } from "./colored-answers";
import { markedAnswers } from "./marked-answers";
import { nameBlockStart, writerBlockStart } from "./signature/name-block";
import { signatureStart } from "./signature/split-signature";
import { ownLines, type Draft } from "./thread-reader";

/** Lines of one message that stand together. */
interface Run {
  owner: Draft | undefined;
  lines: BodyLine[];
  depth: number;
  /** Where the signature begins; the number of lines for none. */
  signature: number;
  /** Answers in colour or behind marks, within the mail that is answered. */
  isWithin: boolean;
}

/** Takes the lines of a body apart, as `readThread` does. */
export function threadOfLines(lines: readonly BodyLine[], head: ThreadHead): Omit<MailThread, "hidden"> {
  const { drafts, owners } = ownLines(lines, head);
  const within = new Set([...coloredAnswers(lines, owners, drafts), ...markedAnswers(lines, owners, drafts)]);
  for (const index of within) owners[index] = drafts[0];
  const runs = runsOf(lines, owners, within);
  markSignatures(runs);
  const answers = answersOf(runs);
  const own = new Map<Draft, Run[]>(drafts.map((draft) => [draft, []]));
  for (const run of runs) if (run.owner !== undefined) own.get(run.owner)!.push(run);
  const messages = drafts.map((draft) => messageOf(draft, own.get(draft)!, answers.get(draft)));
  const newest = messages[0]!;
  const quoted = runs.flatMap((run) => (run.owner === drafts[0] ? [] : run.lines));
  return {
    messages,
    newest: newest.text,
    quoted: tidy(quoted.map(({ raw }) => raw)),
    signature: newest.signature,
  };
}

function runsOf(
  lines: readonly BodyLine[],
  owners: readonly (Draft | undefined)[],
  within: ReadonlySet<number>,
): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  lines.forEach((line, index) => {
    const owner = owners[index];
    if (open === undefined || open.owner !== owner) {
      open = { owner, lines: [], depth: line.depth, signature: 0, isWithin: within.has(index) };
      runs.push(open);
    }
    open.lines.push(line);
  });
  for (const run of runs) run.signature = run.lines.length;
  return runs;
}

/** From the last run of each message to its first: what stands above quotes is inside when words of the same mail follow them. */
function markSignatures(runs: readonly Run[]): void {
  const withWordsBelow = new Set<Draft>();
  const first = new Map<Draft, Run>();
  for (const run of runs) if (run.owner !== undefined && !first.has(run.owner)) first.set(run.owner, run);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const run = runs[index]!;
    const { owner } = run;
    if (owner === undefined || run.isWithin) continue;
    run.signature = signatureStart(run.lines, {
      isInside: withWordsBelow.has(owner),
      isFirst: first.get(owner) === run,
    });
    const before = runs[index - 1];
    if (
      run.signature === run.lines.length &&
      before !== undefined &&
      isAnswered(before, run) &&
      !withWordsBelow.has(owner)
    )
      run.signature = nameBlockStart(
        run.lines.map(({ text }) => text),
        lastWords(before),
        owner.author?.name,
      );
    if (!withWordsBelow.has(owner))
      run.signature = writerBlockStart(
        run.lines.slice(0, run.signature).map(({ text }) => text),
        owner.author?.name,
      );
    if (run.lines.slice(0, run.signature).some(({ text }) => text.trim() !== "")) withWordsBelow.add(owner);
  }
}

function lastWords({ lines }: Run): string {
  return lines.findLast(({ text }) => text.trim() !== "")?.text ?? "";
}

/** Words that stand directly below a quoted piece, with the piece. */
function answersOf(runs: readonly Run[]): Map<Draft, InlineAnswer[]> {
  const answers = new Map<Draft, InlineAnswer[]>();
  let from = 0;
  runs.forEach((run, index) => {
    const { owner } = run;
    if (owner === undefined) {
      from = index + 1;
      return;
    }
    const text = textOf(run);
    let start = index;
    while (start > from && isAnswered(runs[start - 1]!, run)) start -= 1;
    if (text === "" || start === index) return;
    const quoted = runs.slice(start, index);
    const depth = Math.min(...quoted.map((one) => one.depth));
    const piece = quoted.filter((one) => one.depth === depth).flatMap((one) => one.lines);
    const list = answers.get(owner) ?? [];
    list.push({ quoted: tidy(piece.map((line) => line.text)), text });
    answers.set(owner, list);
    from = index;
  });
  return answers;
}

/** Quoted deeper, or around an answer within the mail that is answered. */
function isAnswered(before: Run, run: Run): boolean {
  return before.depth > run.depth || (run.isWithin && before.owner !== undefined && before.owner !== run.owner);
}

function messageOf(draft: Draft, runs: readonly Run[], answers: InlineAnswer[] | undefined): ThreadMessage {
  const { author, date, subject, forwarded } = draft;
  return {
    author,
    date,
    text: tidy(runs.flatMap((run) => run.lines.slice(0, run.signature).map(({ text }) => text))),
    signature: tidy(runs.flatMap((run) => run.lines.slice(run.signature).map(({ text }) => text))),
    ...(answers === undefined ? {} : { answers }),
    ...(subject === undefined ? {} : { subject }),
    ...(forwarded ? { forwarded } : {}),
  };
}

function textOf(run: Run): string {
  return tidy(run.lines.slice(0, run.signature).map(({ text }) => text));
}

/** Lines as one text: no empty lines at its ends, one between paragraphs. */
function tidy(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    const plain = line.trimEnd();
    if (plain !== "" || (kept.length > 0 && kept.at(-1) !== "")) kept.push(plain);
  }
  while (kept.at(-1) === "") kept.pop();
  return kept.join("\n");
}
