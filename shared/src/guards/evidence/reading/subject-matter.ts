import type { Clause } from "./clause";

const head =
  /^[^、。]{2,40}(?:につい(?:て|ては)|に関し(?:て|ては)|に対し(?:て)?|をめぐ(?:り|って)|を巡(?:り|って))、?/u;

/**
 * Where what a clause tells begins: behind 「…について、」. What it is about may have been named by another one than who says
 * something of it.
 */
export function behindSubjectMatter({ text, start }: Clause): number {
  return start + (head.exec(text)?.[0].length ?? 0);
}
