-- Between sessions: keys for what somebody tells the therapist outside of rooms.

alter table accord.data_key drop constraint data_key_owner_kind_check;
alter table accord.data_key add constraint data_key_owner_kind_check check (owner_kind in ('person', 'told', 'couple', 'case'));
comment on table accord.data_key is
  'Wrapped by a key that the database never sees. A person''s: seen by the person; what a person tells: also by the therapists of the case; a couple''s: by those of the case; a case''s: by its therapists. Deleting a row makes all that it sealed unreadable.';

-- Homework is a room that stays open for days.
alter table accord.room drop constraint room_kind_check;
alter table accord.room add constraint room_kind_check check (kind in ('live', 'homework'));
alter table accord.room add column for_seat smallint check (for_seat between 0 and 5);
alter table accord.room add constraint room_for_seat_of_homework check (for_seat is null or kind = 'homework');
comment on column accord.room.for_seat is 'Whose homework it is alone; null where all partners do it together, and in a session.';
