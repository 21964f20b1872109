-- Check-ins. Each comment says who may see a row; R__policies.sql makes it so. No row holds a time at which somebody did something.

create table accord.checkin_answer (
  couple_id uuid not null references accord.couple,
  person_id uuid not null references accord.person,
  week      date not null check (extract(isodow from week) = 1),
  item      text not null check (length(item) <= 48),
  closes_at timestamptz not null,
  key_id    uuid not null,
  sealed    bytea not null check (length(sealed) <= 256),
  primary key (couple_id, person_id, week, item)
);
comment on table accord.checkin_answer is
  'A number, or that there is none, sealed with what its author tells the therapist. Seen by the author; by the therapists of the case once the week has closed. Never by the partner, shared or not: see checkin_shared.';

create table accord.checkin_line (
  couple_id     uuid not null references accord.couple,
  person_id     uuid not null references accord.person,
  week          date not null check (extract(isodow from week) = 1),
  for_therapist boolean not null,
  closes_at     timestamptz not null,
  key_id        uuid not null,
  sealed        bytea not null check (length(sealed) <= 16384),
  primary key (couple_id, person_id, week)
);
comment on table accord.checkin_line is
  'What somebody said in own words. Seen by the author; by the therapists of the case if it is for them and the week has closed. There is none under the policy of no secrets.';

create table accord.checkin_line_read (
  couple_id uuid not null,
  person_id uuid not null,
  week      date not null,
  reader    uuid not null references accord.person,
  primary key (couple_id, person_id, week, reader),
  foreign key (couple_id, person_id, week) references accord.checkin_line on delete cascade
);
comment on table accord.checkin_line_read is 'That a therapist has read a line. Seen by the therapists of the case, never by clients.';

create table accord.checkin_sharing (
  couple_id uuid not null references accord.couple,
  person_id uuid not null references accord.person,
  item      text not null check (length(item) <= 48),
  since     timestamptz not null,
  primary key (couple_id, person_id, item)
);
comment on table accord.checkin_sharing is
  'That somebody shares the numbers of an item, and since when; no row: not. Seen by that person and nobody else. A root of the policy of checkin_shared.';

-- With the yes all copies go, at once and without a trace. That a copy is there is so the author's yes now, and a reader needs no look
-- at what the author chose.
create table accord.checkin_shared (
  couple_id uuid not null,
  person_id uuid not null,
  week      date not null check (extract(isodow from week) = 1),
  item      text not null,
  opens_at  timestamptz not null,
  closes_at timestamptz not null,
  key_id    uuid not null,
  sealed    bytea not null check (length(sealed) <= 256),
  primary key (couple_id, person_id, week, item),
  foreign key (couple_id, person_id, item) references accord.checkin_sharing on delete cascade
);
comment on table accord.checkin_shared is
  'The copy of a number that the other may read, sealed with the couple''s key. Seen by its author; by another partner once the week has closed, if that partner shares the same item since before the week opened.';

create table accord.session_scales (
  session_id uuid not null,
  couple_id  uuid not null,
  person_id  uuid not null references accord.person,
  key_id     uuid not null,
  sealed     bytea not null check (length(sealed) <= 1024),
  primary key (session_id, person_id),
  foreign key (session_id, couple_id) references accord.planned_session (session_id, couple_id)
);
create index on accord.session_scales (couple_id);
comment on table accord.session_scales is
  'How a session was for somebody, sealed with what they tell the therapist. Seen by the author and by the therapists of the case, under every policy; never by the partner.';

create table accord.flag_aside (
  couple_id uuid not null references accord.couple,
  flag      text not null check (length(flag) <= 200),
  person_id uuid not null references accord.person,
  key_id    uuid,
  note      bytea check (length(note) <= 16384),
  primary key (couple_id, flag, person_id),
  check ((note is null) = (key_id is null))
);
comment on table accord.flag_aside is
  'That a therapist has put aside what was worth a look, perhaps with a note, sealed with the case''s key. Seen by the therapists of the case, never by clients.';
