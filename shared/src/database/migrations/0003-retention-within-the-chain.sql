-- As in 0001, but entries behind the head of the chain are left alone, and so is what has no time: they were not written by a
-- node, and removing them would take away what shows that somebody put them there.
create or replace function audit_retain(node uuid, older_than text, at text, at_most integer) returns integer
language plpgsql as $$
declare
  base bigint;
  last bigint;
  stop bigint;
  through audit_entries;
begin
  select h.base_sequence, h.sequence into strict base, last from audit_head h for update;
  last := least(last, base + at_most);
  select min(e.sequence) into stop from (
    select sequence from audit_entries
    where sequence > base and sequence <= last and coalesce(data ->> 'at' >= older_than, true)
    order by sequence limit 1
  ) e;
  select * into through from audit_entries e
    where e.sequence <= coalesce(stop - 1, last) and e.sequence > base order by e.sequence desc limit 1;
  if through.sequence is null then
    return 0;
  end if;
  delete from audit_entries e where e.sequence <= through.sequence and e.sequence > base;
  update audit_head set base_sequence = through.sequence, base_hash = through.hash;
  perform audit_append(array[jsonb_build_object(
    'v', 1, 'kind', 'retention', 'at', at, 'node', node, 'olderThan', older_than,
    'removed', through.sequence - base, 'removedThrough', through.sequence, 'removedHash', through.hash)::text]);
  return (through.sequence - base)::integer;
end
$$;
