-- Exercises that therapists write themselves: what is being written, and what was published.

create table accord.own_exercise (
  draft_id   uuid primary key,
  author     uuid not null references accord.person,
  practice_id uuid not null references accord.practice,
  version    int not null default 1,
  made_at    timestamptz not null,
  changed_at timestamptz not null,
  key_id     uuid not null,
  sealed     bytea not null check (length(sealed) <= 131072)
);
create index on accord.own_exercise (author);
comment on table accord.own_exercise is
  'An exercise that somebody is writing, as it was typed, also while it is broken. version counts the writings. Seen by its author and nobody else.';

create table accord.own_published (
  digest      text primary key check (digest ~ '^[0-9a-f]{64}$'),
  draft_id    uuid not null,
  exercise    text not null check (exercise ~ '^own-[0-9a-f]{32}$'),
  version     int not null check (version > 0),
  -- Which writing it was made of: published again it is the same version.
  written     int not null,
  author      uuid not null references accord.person,
  practice_id uuid not null references accord.practice,
  shared      boolean not null,
  made_at     timestamptz not null,
  withdrawn_at timestamptz,
  bytes       bytea not null check (length(bytes) <= 65536),
  unique (exercise, version),
  unique (exercise, written)
);
create index on accord.own_published (author);
create index on accord.own_published (practice_id) where shared;
comment on table accord.own_published is
  'A published version of somebody''s own exercise; its words never change. Seen by its author, and if it is shared by the therapists of the practice: by no client and no administrator. Withdrawn it can not be begun any more.';

alter table accord.exercise_file add column practice_id uuid references accord.practice;
comment on table accord.exercise_file is
  'Every exercise that was ever started, with all its languages, so that no upgrade breaks a room. practice_id: one that a therapist of this practice has written. Added by therapists. Those that come with Accord are seen by every person of the house, the others by those who hold a seat in a case of that practice.';
