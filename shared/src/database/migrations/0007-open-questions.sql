-- Whether an earlier question of a conversation is still open is asked whenever one is taken.
create index jobs_open_questions on jobs (tenant, (conversation ->> 'id'), created_at)
  where kind = 'ask' and finished_at is null;
