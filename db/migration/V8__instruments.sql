-- Questionnaires that a practice brings. Each comment says who may see a row; R__policies.sql makes it so. Of what people do there is
-- a day, never a time of day.

create table accord.instrument (
  instrument_id uuid primary key,
  practice_id   uuid not null references accord.practice,
  instrument    text not null check (length(instrument) <= 48),
  version       int not null check (version >= 1),
  language      text not null check (length(language) <= 35),
  file          bytea not null check (length(file) <= 65536),
  imported_by   uuid not null references accord.person,
  imported_on   date not null,
  unique (practice_id, instrument, version, language),
  unique (instrument_id, practice_id)
);
comment on table accord.instrument is
  'A questionnaire''s file; nothing in it is about a couple, and it is never changed. Seen by the therapists of the practice, and by whoever is asked it.';

create table accord.instrument_permission (
  instrument_id uuid primary key,
  practice_id   uuid not null,
  permission    text not null check (length(permission) <= 2000),
  confirmed_by  uuid not null references accord.person,
  confirmed_on  date not null,
  withdrawn_on  date,
  foreign key (instrument_id, practice_id) references accord.instrument (instrument_id, practice_id)
);
comment on table accord.instrument_permission is
  'That a person of the practice stands for the right to use a questionnaire; without it it is a draft, and once it is withdrawn nobody is asked any more. Seen by the therapists of the practice.';

create table accord.instrument_asked (
  asked_id      uuid primary key,
  couple_id     uuid not null references accord.couple,
  person_id     uuid not null references accord.person,
  instrument_id uuid not null references accord.instrument,
  asked_by      uuid not null references accord.person,
  asked_on      date not null,
  taken_back_on date,
  unique (asked_id, couple_id, person_id)
);
create index on accord.instrument_asked (couple_id);
create index on accord.instrument_asked (person_id);
comment on table accord.instrument_asked is
  'That one person is asked. Seen by that person and by the therapists of the case; never by the partner, not even that it is there.';

create table accord.instrument_handed_in (
  asked_id  uuid primary key,
  couple_id uuid not null,
  person_id uuid not null,
  on_day    date not null,
  foreign key (asked_id, couple_id, person_id) references accord.instrument_asked (asked_id, couple_id, person_id)
);
comment on table accord.instrument_handed_in is
  'That the answers are handed in; from then on they stay as they are. Seen by who answered and by the therapists of the case.';

create table accord.instrument_answer (
  asked_id  uuid not null,
  item      text not null check (length(item) <= 48),
  couple_id uuid not null,
  person_id uuid not null,
  key_id    uuid not null,
  sealed    bytea not null check (length(sealed) <= 256),
  primary key (asked_id, item),
  foreign key (asked_id, couple_id, person_id) references accord.instrument_asked (asked_id, couple_id, person_id)
);
comment on table accord.instrument_answer is
  'An answer, or that there is none, sealed with what its author tells the therapist. Seen by its author; by the therapists of the case once all are handed in.';

create table accord.instrument_shown (
  asked_id  uuid primary key,
  couple_id uuid not null,
  person_id uuid not null,
  shown_by  uuid not null references accord.person,
  shown_on  date not null,
  foreign key (asked_id, couple_id, person_id) references accord.instrument_asked (asked_id, couple_id, person_id)
);
comment on table accord.instrument_shown is
  'That a therapist shows the number to who answered, alone. Seen by that person and by the therapists of the case.';
