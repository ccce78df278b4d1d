-- As in 0001, with how many refusals a line stands for: an entry may tell in `more`, by code, of others that have none of
-- their own. Sum `refusals` instead of counting lines; it is 0 for a step that was not refused.
create or replace view step_usage as
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
  (ended.data ->> 'totalMs')::numeric as total_ms,
  case when begun.data ->> 'kind' = 'refused'
    then 1 + coalesce((select sum(value::bigint) from jsonb_each_text(begun.data -> 'more')), 0) else 0 end as refusals,
  begun.data -> 'more' as more
from audit_entries begun
left join lateral (
  select data from audit_entries
  where data ? 'step' and data ->> 'step' = begun.data ->> 'step' and data ->> 'kind' = 'ended'
  order by sequence desc limit 1
) ended on true
where begun.data ->> 'kind' in ('begun', 'refused');
