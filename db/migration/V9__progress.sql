-- What a couple has built and chosen to keep: letters of the therapist, small wins, lines that one offered and the other kept.
-- Words are sealed with the couple's key before they come here.

create table accord.letter (
  letter_id uuid primary key,
  couple_id uuid not null references accord.couple,
  author    uuid not null references accord.person,
  at        timestamptz not null default clock_timestamp(),
  key_id    uuid not null,
  sealed    bytea not null check (length(sealed) <= 65536)
);
create index on accord.letter (couple_id, at);
comment on table accord.letter is
  'From a therapist to the couple. Seen by all who hold a seat in the case, each from the time of their seat on. Never changed, never taken back.';

create table accord.letter_draft (
  couple_id  uuid not null references accord.couple,
  author     uuid not null references accord.person,
  version    int not null default 1,
  changed_at timestamptz not null,
  key_id     uuid not null,
  sealed     bytea not null check (length(sealed) <= 65536),
  primary key (couple_id, author)
);
comment on table accord.letter_draft is 'A letter that is being written. Seen by its author and nobody else.';

create table accord.win (
  win_id    uuid primary key,
  couple_id uuid not null references accord.couple,
  author    uuid not null references accord.person,
  at        timestamptz not null default clock_timestamp(),
  key_id    uuid not null,
  sealed    bytea not null check (length(sealed) <= 4096)
);
create index on accord.win (couple_id, at);
comment on table accord.win is
  'Something small that a partner noticed. Seen by all who hold a seat in the case; taken down by its author, at once and without a mark.';

create table accord.line_kept (
  room_id   uuid not null,
  line_id   uuid not null,
  couple_id uuid not null,
  kept_on   date not null,
  text_id   uuid not null,
  text_key  uuid not null,
  text      bytea not null check (length(text) <= 4096),
  primary key (room_id, line_id),
  foreign key (room_id, couple_id) references accord.room (room_id, couple_id)
);
create index on accord.line_kept (couple_id);
comment on table accord.line_kept is
  'A page''s copy of what the journal says: one partner offered a line, another kept it. Seen by those who hold a seat in the case; added by its therapists.';

create table accord.line_down (
  room_id   uuid not null,
  line_id   uuid not null,
  couple_id uuid not null,
  primary key (room_id, line_id),
  foreign key (room_id, couple_id) references accord.room (room_id, couple_id)
);
comment on table accord.line_down is
  'A kept line that a partner took down. It does not say who or when; made again, the copy stays taken down. Seen by those who hold a seat in the case.';
