-- The tables of one live session. Each comment says who may see a row; R__policies.sql makes it so.
-- Three tables are the roots of every policy: staff, case_seat and seat_holder. A person sees their own rows there and no
-- others, so those policies need no other table and none can go in circles.

do $$ begin
  if current_user <> 'accord_owner' then
    raise exception 'Migrations run as accord_owner, so that nobody who signs in owns a table. Run db/roles.sql first.';
  end if;
end $$;

create schema if not exists accord authorization accord_owner;
alter default privileges in schema accord revoke all on tables from public;
-- Functions are open to PUBLIC by default; only the global form of this takes that away.
alter default privileges revoke execute on functions from public;

-- ---------------------------------------------------------------- who is who

create table accord.practice (
  practice_id uuid primary key,
  name        text not null,
  zone        text not null,
  created_at  timestamptz not null default now()
);
comment on table accord.practice is 'Seen by its staff and by the people of its cases.';

create table accord.person (
  person_id   uuid primary key,
  issuer      text not null,
  sub         text not null,
  practice_id uuid references accord.practice,
  name        text not null,
  short_name  text not null,
  language    text not null default 'en',
  zone        text not null default 'UTC',
  created_at  timestamptz not null default now(),
  unique (issuer, sub)
);
comment on table accord.person is
  'Keyed by issuer and subject, never by address. Seen by the person, by those who now share a case with them, and, while signing in, by the subject of the checked token.';

create table accord.staff (
  practice_id uuid not null references accord.practice,
  person_id   uuid not null references accord.person,
  role        text not null check (role in ('therapist', 'practice-admin')),
  from_at     timestamptz not null default now(),
  until       timestamptz,
  primary key (person_id, practice_id, role)
);
comment on table accord.staff is 'What staff may do; Keycloak''s role only admits. A root: each sees their own rows.';

create table accord.couple (
  couple_id   uuid primary key,
  practice_id uuid not null references accord.practice,
  secrets     text not null check (secrets in ('no-secrets', 'limited', 'separate')),
  ceiling     smallint not null check (ceiling between 0 and 3),
  zone        text not null,
  state       text not null check (state in ('invited', 'active', 'paused', 'closed')),
  since       date not null
);
comment on table accord.couple is 'A case. Seen by those who hold a seat in it now: its partners and the therapists whose caseload has it.';

create table accord.case_seat (
  couple_id uuid not null references accord.couple,
  seat      smallint not null check (seat between 0 and 15),
  person_id uuid not null references accord.person,
  from_at   timestamptz not null default now(),
  until     timestamptz,
  primary key (couple_id, seat, person_id),
  unique (couple_id, person_id)
);
create index on accord.case_seat (person_id);
create unique index one_holder_a_case_seat on accord.case_seat (couple_id, seat) where until is null;
comment on table accord.case_seat is
  'Seats 0 to 5: partners; 6: the therapist; 7 to 10: co-therapists. A therapist''s own open rows with seats 6 to 10 are the caseload. A root: each sees their own rows.';

create table accord.roster (
  couple_id uuid not null references accord.couple,
  seat      smallint not null,
  person_id uuid not null references accord.person,
  primary key (couple_id, seat)
);
create index on accord.roster (person_id);
comment on table accord.roster is
  'Who sits where in a case now, for names on a page. Kept by a trigger from case_seat, whose own policy could not look at itself. Seen by those who hold a seat in the case.';

create table accord.consent (
  couple_id    uuid not null references accord.couple,
  person_id    uuid not null references accord.person,
  kind         text not null,
  version      int not null,
  given_at     timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (couple_id, person_id, kind, version)
);
comment on table accord.consent is 'Seen by its giver and by the therapist of the case, never by the other partner.';

-- ---------------------------------------------------------------- sessions and rooms

create table accord.room (
  room_id    uuid primary key,
  couple_id  uuid not null references accord.couple,
  kind       text not null check (kind in ('live')),
  created_at timestamptz not null default now(),
  unique (room_id, couple_id)
);
create index on accord.room (couple_id);
comment on table accord.room is 'Seen by whoever holds or held a seat in it, and by the therapist of the case.';

create table accord.planned_session (
  session_id uuid primary key,
  couple_id  uuid not null references accord.couple,
  room_id    uuid not null unique,
  number     int not null,
  starts_at  timestamptz not null,
  minutes    int not null check (minutes between 5 and 480),
  place      text not null check (place in ('room', 'call')),
  state      text not null default 'planned' check (state in ('planned', 'open', 'closed')),
  followed   bigint not null default 0,
  unique (couple_id, number),
  unique (session_id, couple_id),
  foreign key (room_id, couple_id) references accord.room (room_id, couple_id)
);
create index on accord.planned_session (couple_id, starts_at);
comment on table accord.planned_session is
  'Seen by those who hold a seat in the case; made and changed by its therapists. state and what else pages copy from the journal is true up to the event "followed"; that its doors open is a matter of the clock.';

create table accord.planned_exercise (
  session_id uuid not null,
  couple_id  uuid not null,
  place      smallint not null,
  exercise   text not null,
  primary key (session_id, place),
  foreign key (session_id, couple_id) references accord.planned_session (session_id, couple_id)
);
comment on table accord.planned_exercise is 'What the therapist put in beforehand. Seen by the therapists of the case only.';

create table accord.session_record (
  session_id uuid primary key,
  couple_id  uuid not null,
  signed_by  uuid not null references accord.person,
  signed_at  timestamptz not null,
  foreign key (session_id, couple_id) references accord.planned_session (session_id, couple_id)
);
comment on table accord.session_record is 'A row: the record of this session is signed. Seen by the therapists of the case only.';

create table accord.seat_holder (
  room_id   uuid not null references accord.room,
  seat      smallint not null check (seat between 0 and 15),
  person_id uuid not null references accord.person,
  from_at   timestamptz not null default now(),
  until     timestamptz,
  from_seq  bigint not null default 0,
  until_seq bigint,
  primary key (room_id, seat, person_id),
  check ((until is null) = (until_seq is null))
);
create index on accord.seat_holder (person_id, room_id);
create unique index one_holder_a_seat on accord.seat_holder (room_id, seat) where until is null;
comment on table accord.seat_holder is
  'Who holds a seat of a room, and which part of the journal lies in their time: after from_seq, up to until_seq. Numbers, not times, since order is never told by a clock. A root: each sees their own rows.';

-- ---------------------------------------------------------------- the journal

create table accord.room_head (
  room_id uuid primary key references accord.room,
  seq     bigint not null default 0,
  epoch   uuid not null default gen_random_uuid(),
  n       bigint[] not null default array_fill(0::bigint, array[16]) check (cardinality(n) = 16)
);
alter table accord.room_head set (fillfactor = 50);
comment on table accord.room_head is
  'The head of each journal and the number of events in each seat''s stream. Seen by the engine only: another seat''s count would tell of what is hidden.';

create table accord.room_event (
  room_id     uuid not null,
  seq         bigint not null,
  at          timestamptz not null,
  audience    int not null,
  v           smallint not null default 1,
  by_seat     smallint,
  author_seat smallint,
  author      uuid,
  command_id  uuid,
  words_id    uuid,
  type        text not null,
  facts       jsonb not null,
  primary key (room_id, seq)
) partition by hash (room_id);
create table accord.room_event_0 partition of accord.room_event for values with (modulus 4, remainder 0);
create table accord.room_event_1 partition of accord.room_event for values with (modulus 4, remainder 1);
create table accord.room_event_2 partition of accord.room_event for values with (modulus 4, remainder 2);
create table accord.room_event_3 partition of accord.room_event for values with (modulus 4, remainder 3);
-- A command stands on the last event that it caused, so that it has one effect whoever sends it twice.
create unique index one_effect_a_command on accord.room_event (room_id, author_seat, command_id) where command_id is not null;
comment on table accord.room_event is
  'The journal. Seen by whoever holds a seat in the audience, for the part of their time. Written by room_append alone, which has locked the head: so it needs no foreign key, whose check would cost as much as the row. author, author_seat and command_id may not be read by accord_app: an event "by the room" must not tell whose act caused it.';

create table accord.words (
  room_id  uuid not null,
  seq      bigint not null,
  words_id uuid not null,
  audience int not null,
  key_id   uuid not null,
  sealed   bytea not null,
  primary key (room_id, seq)
);
comment on table accord.words is
  'What a person wrote, chose or placed, sealed before it came here. Seen by the audience of its event. Apart from the events, so that it can be taken back while the event stays.';

create table accord.data_key (
  key_id     uuid primary key,
  owner_kind text not null check (owner_kind in ('person', 'couple', 'case')),
  owner      uuid not null,
  version    int not null,
  wrapped    bytea not null,
  created_at timestamptz not null default now(),
  unique (owner_kind, owner, version)
);
comment on table accord.data_key is
  'Wrapped by a key that the database never sees. A person''s: seen by the person; a couple''s: by those of the case; a case''s: by its therapists. Deleting a row makes all that it sealed unreadable.';

create table accord.draft (
  room_id   uuid not null references accord.room,
  person_id uuid not null references accord.person,
  field     text not null check (length(field) <= 120),
  key_id    uuid not null,
  sealed    bytea not null check (length(sealed) <= 65536),
  at        timestamptz not null default now(),
  primary key (room_id, person_id, field)
);
comment on table accord.draft is 'Words not yet handed in. Seen by their author and nobody else.';

-- ---------------------------------------------------------------- signing in

create table accord.browser_session (
  hash        bytea primary key check (length(hash) = 32),
  person_id   uuid not null references accord.person,
  issuer      text not null,
  sid         text,
  roles       text[] not null default '{}',
  refresh     bytea,
  good_until  timestamptz,
  created_at  timestamptz not null default now(),
  seen_at     timestamptz not null default now(),
  idle        interval not null,
  ends_at     timestamptz not null,
  locked_at   timestamptz,
  auth_time   timestamptz,
  acr         text
);
create index on accord.browser_session (issuer, sid);
create index on accord.browser_session (person_id);
create index on accord.browser_session (ends_at);
comment on table accord.browser_session is
  'hash: SHA-256 of the cookie; refresh: sealed; good_until: when Keycloak is asked again whether it goes on. Seen by its person; by session_by_hash for whoever knows the cookie; by sessions_by_sid for Keycloak''s logout.';

create table accord.login_attempt (
  state_hash bytea primary key check (length(state_hash) = 32),
  nonce      text not null,
  verifier   bytea not null,
  go_to      text not null,
  browser    bytea,
  replaces   bytea,
  created_at timestamptz not null default now()
);
create index on accord.login_attempt (created_at);
comment on table accord.login_attempt is
  'verifier: sealed; browser: hash of the cookie that began; replaces: the session that this sign-in takes the place of, since its cookie does not come along from another site. Seen by whoever brings the state whose hash it is (app.state, in hexadecimal).';

-- ---------------------------------------------------------------- exercises, audit, pages

create table accord.exercise_file (
  digest   text not null check (digest ~ '^[0-9a-f]{64}$'),
  language text not null,
  exercise text not null,
  version  int not null,
  bytes    bytea not null,
  added_at timestamptz not null default now(),
  primary key (digest, language),
  -- What was published never changes, whichever server of a practice is quicker.
  unique (exercise, version, language)
);
comment on table accord.exercise_file is
  'Every exercise that was ever started, with all its languages, so that no upgrade breaks a room. Seen by every person of the house; added by therapists.';

create table accord.audit (
  audit_id  bigint generated always as identity primary key,
  at        timestamptz not null default clock_timestamp(),
  person_id uuid not null,
  what      text not null,
  couple_id uuid,
  room_id   uuid,
  result    text not null default 'allowed' check (result in ('allowed', 'denied'))
);
comment on table accord.audit is 'Who opened or read what. Rows are only ever added, by the person who acts; the server can read none of it.';

create table accord.agreement_made (
  room_id   uuid not null,
  run       int not null,
  couple_id uuid not null,
  exercise  text not null,
  version   int not null,
  made_on   date not null,
  review_on date not null,
  ended_on  date,
  signed    int not null default 1,
  title_id  uuid,
  title_key uuid,
  title     bytea,
  primary key (room_id, run),
  foreign key (room_id, couple_id) references accord.room (room_id, couple_id),
  check ((title is null) = (title_key is null) and (title is null) = (title_id is null))
);
create index on accord.agreement_made (couple_id);
comment on table accord.agreement_made is
  'A page''s copy of what the journal says: signed is the version of the words that all signed last, title is sealed with the couple''s key. Seen by those who hold a seat in the case; written by its therapists.';

create table accord.exercise_done (
  room_id   uuid not null,
  run       int not null,
  couple_id uuid not null,
  exercise  text not null,
  version   int not null,
  done_on   date not null,
  primary key (room_id, run),
  foreign key (room_id, couple_id) references accord.room (room_id, couple_id)
);
create index on accord.exercise_done (couple_id);
comment on table accord.exercise_done is 'A page''s copy of what the journal says. Seen by those who hold a seat in the case; added by its therapists.';
