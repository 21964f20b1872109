-- Messages, the journal of one person, a therapist's private notes, the record of a session. Words are sealed before they come here.

create table accord.message (
  message_id uuid primary key,
  couple_id  uuid not null references accord.couple,
  partner    uuid references accord.person,
  therapist  uuid references accord.person,
  author     uuid not null references accord.person,
  at         timestamptz not null default clock_timestamp(),
  key_id     uuid not null,
  sealed     bytea not null check (length(sealed) <= 65536),
  check ((partner is null) = (therapist is null)),
  check (partner is null or author in (partner, therapist))
);
create index on accord.message (couple_id, at);
comment on table accord.message is
  'With a partner: between that person and that therapist, for nobody else it is there. Without: of all who hold a seat in the case, each from the time of their seat on. Never changed, never taken back.';

create table accord.message_seen (
  message_id uuid not null references accord.message,
  person_id  uuid not null references accord.person,
  primary key (message_id, person_id)
);
comment on table accord.message_seen is
  'A therapist''s own mark, so that what is new stands out: seen by that therapist alone. Of partners there is none, nobody is told who has read what.';

create table accord.message_draft (
  couple_id uuid not null references accord.couple,
  person_id uuid not null references accord.person,
  partner   uuid references accord.person,
  key_id    uuid not null,
  sealed    bytea not null check (length(sealed) <= 65536),
  at        timestamptz not null default now(),
  unique nulls not distinct (couple_id, person_id, partner)
);
comment on table accord.message_draft is 'What somebody is writing in a thread (partner null: that of all) and has not sent. Seen by its author and nobody else.';

create table accord.reading_days (
  person_id uuid primary key references accord.person,
  days      smallint not null check (days between 0 and 127)
);
comment on table accord.reading_days is
  'When a therapist usually reads: the bit 1 is Monday, 64 is Sunday. Seen by those of the therapist''s cases, changed by the therapist.';

-- "Journal" on the screen; here a room's journal has that name.
create table accord.diary_page (
  page_id    uuid primary key,
  person_id  uuid not null references accord.person,
  version    int not null default 1,
  made_at    timestamptz not null,
  changed_at timestamptz not null,
  key_id     uuid not null,
  sealed     bytea not null check (length(sealed) <= 65536),
  unique (page_id, person_id)
);
create index on accord.diary_page (person_id, made_at);
comment on table accord.diary_page is 'A page of somebody''s journal. Seen by its author and nobody else, whoever treats them.';

create table accord.diary_share (
  page_id   uuid primary key,
  person_id uuid not null references accord.person,
  couple_id uuid not null references accord.couple,
  therapist uuid not null references accord.person,
  made_at   timestamptz not null,
  shared_at timestamptz not null,
  key_id    uuid not null,
  sealed    bytea not null check (length(sealed) <= 65536),
  foreign key (page_id, person_id) references accord.diary_page (page_id, person_id)
);
create index on accord.diary_share (couple_id, person_id);
comment on table accord.diary_share is
  'A copy of a page, for the therapist whom its author chose. Seen by those two. Taken back, the row is gone and with it the words.';

create table accord.note (
  note_id    uuid primary key,
  author     uuid not null references accord.person,
  couple_id  uuid not null references accord.couple,
  session_id uuid,
  version    int not null default 1,
  made_at    timestamptz not null,
  changed_at timestamptz not null,
  key_id     uuid not null,
  sealed     bytea not null check (length(sealed) <= 65536),
  foreign key (session_id, couple_id) references accord.planned_session (session_id, couple_id)
);
create index on accord.note (couple_id, author, made_at);
comment on table accord.note is
  'A therapist''s private note on a case. Seen by its author while the case is theirs: by no client, co-therapist, successor or administrator. Apart from the record, since only so it is protected as a note.';

alter table accord.session_record
  add column key_id uuid,
  add column sealed bytea,
  add column digest bytea,
  add constraint signed_bytes_are_whole check (
    (sealed is null) = (key_id is null) and (sealed is null) = (digest is null) and (digest is null or length(digest) = 32));
comment on table accord.session_record is
  'A row: the record of this session is signed. sealed holds the bytes that were signed, digest is their SHA-256; a row from before these were kept has neither. Seen by the therapists of the case only, signed by the one who leads it, never changed.';

create table accord.record_words (
  session_id uuid primary key,
  couple_id  uuid not null,
  version    int not null default 1,
  changed_at timestamptz not null,
  key_id     uuid not null,
  sealed     bytea not null check (length(sealed) <= 65536),
  foreign key (session_id, couple_id) references accord.planned_session (session_id, couple_id)
);
comment on table accord.record_words is
  'The therapist''s words for a record. Seen by the therapists of the case, written by the one who leads it until the record is signed.';

create table accord.record_addition (
  addition_id uuid primary key,
  session_id  uuid not null,
  couple_id   uuid not null,
  author      uuid not null references accord.person,
  at          timestamptz not null,
  key_id      uuid not null,
  sealed      bytea not null check (length(sealed) <= 65536),
  foreign key (session_id, couple_id) references accord.planned_session (session_id, couple_id)
);
create index on accord.record_addition (session_id, at);
comment on table accord.record_addition is
  'What was added to a signed record, each with its day. Seen by the therapists of the case, added by the one who leads it, never changed.';
