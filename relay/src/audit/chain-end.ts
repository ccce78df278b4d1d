import type { Queries } from "@genai-office/shared/database";
import type { ChainAnchor } from "./verify-chain";

/** What a look at the end of the chain shows. */
export interface ChainEnd {
  /** "blocked": an entry stands behind the head, or the head is gone. "cut-off": entries before the head are gone. */
  state: "ok" | "blocked" | "cut-off";
  /** Undefined when it is gone. */
  head?: ChainAnchor;
  /** True when that was asked, and an entry since the head that was seen before says that a verification has passed. */
  verified: boolean;
}

/**
 * Entries that are counted at most, also by a node that has not seen a head yet: some milliseconds. More do not come between
 * two looks.
 */
const lookBack = 10_000;

// One statement, so that all of it is of one moment. What a retention has removed, from the beginning on, is not missed. The
// limits bound nothing, since no number stands twice; without them a planner without statistics expects hundreds of heads and
// a part of the whole table, and spends a third of a second on compiling.
const question = `with chain as (
    select sequence, hash, base_sequence,
      greatest(base_sequence, sequence - ${lookBack}, $1::bigint) as since
    from audit_head limit 1
  )
  select
    sequence, hash,
    sequence - since as expected,
    (
      select count(*) from (
        select 1 from audit_entries e where e.sequence > since and e.sequence <= chain.sequence
        order by e.sequence limit ${lookBack}
      ) counted
    ) as entries,
    coalesce((select max(e.sequence) from audit_entries e), 0) as last,
    coalesce($1::bigint <= base_sequence, true)
      or exists (select 1 from audit_entries e where e.sequence = $1::bigint and e.hash = $2::text) as same,
    exists (
      select 1 from (
        select e.data from audit_entries e where $3::boolean and e.sequence > since and e.sequence <= chain.sequence
        order by e.sequence limit ${lookBack}
      ) counted
      where data ->> 'kind' = 'admin' and data ->> 'act' = 'audit-verify' and data -> 'details' ->> 'intact' = 'true'
    ) as verified
  from chain`;

interface Row {
  sequence: number;
  hash: string;
  expected: number;
  entries: number;
  last: number;
  same: boolean;
  verified: boolean;
}

/**
 * Looks whether the chain ends at its head, whether it has as many entries since the head that was seen before as their
 * numbers say, and whether that head is still the same entry: so it shows when entries at the end went, also when others were
 * appended since. Costs no more than there are entries since then; what went before is for a verification to find.
 * @throws DatabaseError
 */
export async function lookAtEnd(queries: Queries, seen?: ChainAnchor, wantsVerified = false): Promise<ChainEnd> {
  const [row] = await queries.query<Row>(question, [seen?.sequence ?? null, seen?.hash ?? null, wantsVerified]);
  if (row === undefined) return { state: "blocked", verified: false };
  const { sequence, hash, verified, last } = row;
  const isWhole = row.same && row.entries === row.expected && last === sequence;
  return { state: last > sequence ? "blocked" : isWhole ? "ok" : "cut-off", head: { sequence, hash }, verified };
}
