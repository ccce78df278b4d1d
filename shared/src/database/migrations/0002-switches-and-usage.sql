-- What is switched off. No row: everything is on.
create table kill_switches (
  scope text not null check (scope in ('whole', 'task', 'model')),
  -- the task or the id of the model; empty for everything
  target text not null,
  -- what the operator tells people
  reason text not null,
  -- pseudonym of the operator
  set_by text not null,
  set_at timestamptz not null default now(),
  primary key (scope, target)
);

-- Use by the day of Japan, for budgets; without any link to single steps.
create table daily_usage (
  day date not null,
  scope text not null check (scope in ('person', 'section', 'whole')),
  -- pseudonym, id of the section, or empty
  name text not null,
  steps bigint not null default 0,
  tokens bigint not null default 0,
  -- JPY
  cost numeric(20, 6) not null default 0,
  primary key (day, scope, name)
);

-- Relays on this database, each by what it says of itself.
create table node_reports (
  node uuid primary key,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  version text not null,
  settings_version text not null,
  -- milliseconds that its clock is ahead of the database's
  clock_ahead_ms integer not null
);

-- What the nodes have to share and nobody else may know; made by the first that needs it.
create table shared_secrets (
  name text primary key,
  secret bytea not null,
  made_at timestamptz not null default now()
);
