/** A sentence at its commas, each with the comma behind it; commas in brackets part nothing. */
export function clausesOf(sentence: string): string[] {
  const clauses: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < sentence.length; index += 1) {
    const sign = sentence[index]!;
    if ("（(「『【".includes(sign)) depth += 1;
    else if ("）)」』】".includes(sign)) depth = Math.max(0, depth - 1);
    else if ("、，".includes(sign) && depth === 0) {
      clauses.push(sentence.slice(from, index + 1));
      from = index + 1;
    }
  }
  return from < sentence.length ? [...clauses, sentence.slice(from)] : clauses;
}
