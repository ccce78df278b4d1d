import type { TimeSlice } from "../audit/time-slices";
import type { Queries } from "@genai-office/shared/database";

/** What a usage report needs of a step. */
export interface CountedStep {
  at: string;
  refused: boolean;
  /** Refusals that it stands for; 0 for what was not refused. */
  refusals: number;
  person: string;
  task: string | null;
  model: string | null;
  section: string | null;
  outcome: string | null;
  input_tokens: number | null;
  output_tokens: number | null;
  currency: string | null;
  cost: number | null;
  first_text_ms: number | null;
  total_ms: number | null;
}

/** A run of a task, and what the person did with its result, whenever that was. */
export interface CountedRun {
  task: string | null;
  /** Of its last step. */
  model: string | null;
  section: string | null;
  decision: string | null;
  edit_distance: number | null;
  edit_characters: number | null;
  helpful: boolean | null;
  reason: string | null;
}

const stepsSql = `select
    begun.data ->> 'at' as at, begun.data ->> 'kind' = 'refused' as refused,
    case when begun.data ->> 'kind' = 'refused'
      then 1 + coalesce((select sum(value::bigint) from jsonb_each_text(begun.data -> 'more')), 0) else 0 end as refusals,
    begun.data ->> 'person' as person,
    begun.data ->> 'task' as task, begun.data ->> 'model' as model, begun.data ->> 'section' as section,
    case when begun.data ->> 'kind' = 'refused' then begun.data ->> 'outcome' else ended.data ->> 'outcome' end as outcome,
    (ended.data ->> 'inputTokens')::double precision as input_tokens,
    (ended.data ->> 'outputTokens')::double precision as output_tokens,
    ended.data -> 'cost' ->> 'currency' as currency,
    (ended.data -> 'cost' ->> 'amount')::double precision as cost,
    (ended.data ->> 'firstTextMs')::double precision as first_text_ms,
    (ended.data ->> 'totalMs')::double precision as total_ms
  from audit_entries begun
  left join lateral (
    select data from audit_entries
    where data ? 'step' and data ->> 'step' = begun.data ->> 'step' and data ->> 'kind' = 'ended'
    order by sequence desc limit 1
  ) ended on begun.data ->> 'kind' = 'begun'
  where begun.data ->> 'at' >= $1::text and begun.data ->> 'at' < $2::text and begun.data ->> 'kind' in ('begun', 'refused')
  order by begun.data ->> 'at'`;

// Each run of a slice is looked up once, however many steps it has: a client chooses what it calls a run. Not `data ? 'run'` for
// the slice, which would have the whole index of runs read.
const runsSql = `with begun as materialized (
    select data ->> 'run' as run, min(sequence) as sequence from audit_entries
    where data ->> 'at' >= $1::text and data ->> 'at' < $2::text
      and data ->> 'kind' = 'begun' and data ->> 'run' is not null
    group by 1
  )
  select
    run.task, run.section, run.model, run.decision,
    (run.edits ->> 'distance')::double precision as edit_distance,
    (run.edits ->> 'characters')::double precision as edit_characters,
    (run.feedback ->> 'helpful')::boolean as helpful, run.feedback ->> 'reason' as reason
  from begun
  cross join lateral (
    select
      min(sequence) filter (where data ->> 'kind' = 'begun') as first,
      (array_agg(data ->> 'task' order by sequence) filter (where data ->> 'kind' = 'begun'))[1] as task,
      (array_agg(data ->> 'section' order by sequence) filter (where data ->> 'kind' = 'begun'))[1] as section,
      (array_agg(data ->> 'model' order by sequence desc) filter (where data ->> 'kind' = 'begun'))[1] as model,
      (array_agg(data ->> 'decision' order by sequence desc) filter (where data ->> 'kind' = 'report' and data ? 'decision'))[1] as decision,
      (array_agg(data -> 'edits' order by sequence desc) filter (where data ->> 'kind' = 'report' and data ? 'edits'))[1] as edits,
      (array_agg(data -> 'feedback' order by sequence desc) filter (where data ->> 'kind' = 'report' and data ? 'feedback'))[1] as feedback
    from audit_entries
    where data ? 'run' and data ->> 'run' = begun.run
  ) run
  where run.first = begun.sequence`;

/** The steps that began or were refused in a slice, oldest first. @throws DatabaseError */
export function stepsOfSlice(queries: Queries, { from, to }: TimeSlice): Promise<CountedStep[]> {
  return queries.query<CountedStep>(stepsSql, [from, to]);
}

/** The runs whose first step began in a slice. @throws DatabaseError */
export function runsOfSlice(queries: Queries, { from, to }: TimeSlice): Promise<CountedRun[]> {
  return queries.query<CountedRun>(runsSql, [from, to]);
}
