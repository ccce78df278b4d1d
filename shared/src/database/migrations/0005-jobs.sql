-- What outlives a request of the bot: jobs, what they work on, how far they are, and what they made. How long each of it is kept
-- is set on the bot (docs/jobs.md); the columns that retention goes by are named at each table.

-- Activities that came in, so that one that is delivered again makes no second job. Kept from received_at.
create table job_inbox (
  conversation text not null,
  activity text not null,
  received_at timestamptz not null default now(),
  primary key (conversation, activity)
);
create index job_inbox_received on job_inbox (received_at);

-- Kept from finished_at.
create table jobs (
  id uuid primary key,
  kind text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'finished', 'failed', 'cancelled')),
  -- object id of who asked for it, and its tenant: nobody else may read it
  person text not null,
  tenant text not null,
  title text not null default '',
  -- where the answer goes
  conversation jsonb not null,
  input jsonb not null,
  steps_done integer not null default 0,
  steps_planned integer not null default 0,
  -- why it failed; also why a new one is refused before it begins
  error_code text,
  -- the "accepted" activity that the final answer replaces
  accepted_activity text,
  -- who works on it, and until when that holds without a further word; both by the clock of the database
  node uuid,
  lease_until timestamptz,
  -- how often it was taken; whoever writes must name the number it was taken under, so that a node that was given up writes nothing
  attempt integer not null default 0,
  -- how often in a row it was taken without getting a step further
  tries integer not null default 0,
  cancel_requested boolean not null default false,
  -- goes away as soon as nobody works on it; not shown meanwhile
  delete_requested boolean not null default false,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  check ((state = 'running') = (lease_until is not null)),
  check ((state in ('waiting', 'running')) = (finished_at is null))
);
create index jobs_of_person on jobs (tenant, person, created_at desc);
create index jobs_leases on jobs (lease_until) where state = 'running';
create index jobs_to_end on jobs (id) where state = 'waiting' and (cancel_requested or delete_requested);
create index jobs_finished on jobs (finished_at) where finished_at is not null;

-- The text or file that a job works on. Kept from the end of the job, shorter than the job itself.
create table job_material (
  job uuid primary key references jobs on delete cascade,
  bytes bytea not null
);

-- Results of steps that were finished, so that no step runs twice. Removed with the end of the job.
create table job_steps (
  job uuid not null references jobs on delete cascade,
  -- SHA-256 of what was asked
  key text not null,
  result jsonb not null,
  primary key (job, key)
);

-- Effects outside that must not happen twice, noted before they are tried.
create table job_effects (
  job uuid not null references jobs on delete cascade,
  name text not null,
  noted_at timestamptz not null default now(),
  primary key (job, name)
);

-- What a finished job has made.
create table job_records (
  job uuid primary key references jobs on delete cascade,
  record jsonb not null
);

-- What was said before in a conversation, for questions that go on from it. Kept from updated_at.
create table conversation_memory (
  conversation text primary key,
  tenant text not null,
  entries jsonb not null,
  -- grows with every change; whoever writes must have read the one before
  version bigint not null default 1,
  updated_at timestamptz not null default now()
);
create index conversation_memory_updated on conversation_memory (updated_at);
