-- The audit: entries that are only ever added, chained by SHA-256 (docs/operations.md, "Audit").
--
-- `content` is the exact text that is chained: one JSON object. Everything else is made of it by the database, so that there is
-- no second truth beside the chain: who changes a generated column has to change the content, and the chain shows it.
create table audit_entries (
  sequence bigint primary key,
  content text not null,
  previous text not null,
  hash text not null,
  data jsonb not null generated always as (content::jsonb) stored
);

create index audit_entries_step on audit_entries ((data ->> 'step'), sequence) where data ? 'step';
create index audit_entries_run on audit_entries ((data ->> 'run'), sequence) where data ? 'run';
create index audit_entries_time on audit_entries ((data ->> 'at'));

-- Where the chain stands, and where it begins since the last retention. One row; its lock is what orders the nodes.
create table audit_head (
  single boolean primary key default true check (single),
  sequence bigint not null,
  hash text not null,
  base_sequence bigint not null,
  base_hash text not null
);

insert into audit_head (sequence, hash, base_sequence, base_hash) values (0, repeat('0', 64), 0, repeat('0', 64));

-- What is chained: number, hash of the entry before, content; one line each.
create function audit_hash(sequence bigint, previous text, content text) returns text
language sql immutable as $$
  select encode(sha256(convert_to(sequence || E'\n' || previous || E'\n' || content, 'UTF8')), 'hex')
$$;

-- Appends entries in one go and returns the number of the first one. Several nodes take turns at the head.
create function audit_append(contents text[]) returns bigint
language plpgsql as $$
declare
  number bigint;
  last text;
  first bigint;
  next text;
  content text;
begin
  select h.sequence, h.hash into strict number, last from audit_head h for update;
  first := number + 1;
  foreach content in array contents loop
    number := number + 1;
    next := audit_hash(number, last, content);
    insert into audit_entries (sequence, content, previous, hash) values (number, content, last, next);
    last := next;
  end loop;
  update audit_head set sequence = number, hash = last;
  return first;
end
$$;

-- The processes that write entries. `open_from` is the number of the oldest entry whose step has not ended: of a node that
-- died, only later ones need looking at.
create table relay_nodes (
  node uuid primary key,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  open_from bigint not null
);

-- One line for each step, as it is known now.
create view step_usage as
select
  begun.sequence,
  begun.data ->> 'step' as step,
  begun.data ->> 'request' as request,
  begun.data ->> 'run' as run,
  (begun.data ->> 'at')::timestamptz as at,
  begun.data ->> 'person' as person,
  begun.data ->> 'section' as section,
  begun.data ->> 'route' as route,
  begun.data ->> 'task' as task,
  begun.data ->> 'model' as model,
  begun.data ->> 'class' as class,
  case when begun.data ->> 'kind' = 'refused' then begun.data ->> 'outcome' else ended.data ->> 'outcome' end as outcome,
  begun.data ->> 'kind' = 'refused' as refused,
  (begun.data ->> 'characters')::bigint as characters,
  (ended.data ->> 'outputCharacters')::bigint as output_characters,
  (ended.data ->> 'inputTokens')::bigint as input_tokens,
  (ended.data ->> 'outputTokens')::bigint as output_tokens,
  ended.data -> 'cost' ->> 'currency' as currency,
  (ended.data -> 'cost' ->> 'amount')::numeric as cost,
  (ended.data ->> 'firstTextMs')::numeric as first_text_ms,
  (ended.data ->> 'totalMs')::numeric as total_ms
from audit_entries begun
left join lateral (
  select data from audit_entries
  where data ? 'step' and data ->> 'step' = begun.data ->> 'step' and data ->> 'kind' = 'ended'
  order by sequence desc limit 1
) ended on true
where begun.data ->> 'kind' in ('begun', 'refused');

-- One line for each run of a task: what it took, and what the person did with its result.
create view run_usage as
select
  steps.*,
  decision.data ->> 'decision' as decision,
  (edits.data -> 'edits' ->> 'distance')::bigint as edit_distance,
  (edits.data -> 'edits' ->> 'characters')::bigint as edit_characters,
  (feedback.data -> 'feedback' ->> 'helpful')::boolean as helpful,
  feedback.data -> 'feedback' ->> 'reason' as reason
from (
  select
    run,
    min(at) as at,
    min(person) as person,
    min(section) as section,
    min(task) as task,
    (array_agg(model order by sequence desc))[1] as model,
    count(*) as steps,
    sum(input_tokens) as input_tokens,
    sum(output_tokens) as output_tokens,
    min(currency) as currency,
    sum(cost) as cost
  from step_usage
  where run is not null and not refused
  group by run
) steps
left join lateral (
  select data from audit_entries
  where data ? 'run' and data ->> 'run' = steps.run and data ->> 'kind' = 'report' and data ? 'decision'
  order by sequence desc limit 1
) decision on true
left join lateral (
  select data from audit_entries
  where data ? 'run' and data ->> 'run' = steps.run and data ->> 'kind' = 'report' and data ? 'edits'
  order by sequence desc limit 1
) edits on true
left join lateral (
  select data from audit_entries
  where data ? 'run' and data ->> 'run' = steps.run and data ->> 'kind' = 'report' and data ? 'feedback'
  order by sequence desc limit 1
) feedback on true;

-- Ends, as `interrupted`, the steps of nodes that are gone: not seen for so long, and not the one that asks. Returns how many.
create function audit_sweep(self uuid, silent_for interval, at text) returns integer
language plpgsql as $$
declare
  gone record;
  contents text[];
  swept integer := 0;
begin
  perform 1 from audit_head for update;
  for gone in select * from relay_nodes n where n.node <> self and n.seen_at <= now() - silent_for for update loop
    select coalesce(array_agg(jsonb_build_object(
        'v', 1, 'kind', 'ended', 'at', at, 'node', gone.node, 'by', self,
        'step', begun.data ->> 'step', 'outcome', 'interrupted')::text order by begun.sequence), '{}')
      into contents
      from audit_entries begun
      where begun.sequence >= gone.open_from
        and begun.data ->> 'kind' = 'begun'
        and begun.data ->> 'node' = gone.node::text
        and not exists (
          select 1 from audit_entries ended
          where ended.data ? 'step' and ended.data ->> 'step' = begun.data ->> 'step' and ended.data ->> 'kind' = 'ended');
    if cardinality(contents) > 0 then
      perform audit_append(contents);
    end if;
    swept := swept + cardinality(contents);
    delete from relay_nodes n where n.node = gone.node;
  end loop;
  return swept;
end
$$;

-- Removes entries older than a time from the beginning of the chain, at most so many, and says so in the chain: the new
-- beginning is believed only because a later entry names it. Returns how many were removed.
create function audit_retain(node uuid, older_than text, at text, at_most integer) returns integer
language plpgsql as $$
declare
  base bigint;
  stop bigint;
  through audit_entries;
begin
  select h.base_sequence into strict base from audit_head h for update;
  select min(e.sequence) into stop from (
    select sequence from audit_entries
    where sequence > base and sequence <= base + at_most and data ->> 'at' >= older_than
    order by sequence limit 1
  ) e;
  select * into through from audit_entries e
    where e.sequence <= coalesce(stop - 1, base + at_most) and e.sequence > base order by e.sequence desc limit 1;
  if through.sequence is null then
    return 0;
  end if;
  delete from audit_entries e where e.sequence <= through.sequence;
  update audit_head set base_sequence = through.sequence, base_hash = through.hash;
  perform audit_append(array[jsonb_build_object(
    'v', 1, 'kind', 'retention', 'at', at, 'node', node, 'olderThan', older_than,
    'removed', through.sequence - base, 'removedThrough', through.sequence, 'removedHash', through.hash)::text]);
  return (through.sequence - base)::integer;
end
$$;
