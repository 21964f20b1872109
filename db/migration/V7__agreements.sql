-- An agreement lives on in a room of its own, which stays open for days.
alter table accord.room drop constraint room_kind_check;
alter table accord.room add constraint room_kind_check check (kind in ('live', 'homework', 'agreement'));
alter table accord.room add column from_room uuid references accord.room;
alter table accord.room add column from_run int;
alter table accord.room add constraint room_of_agreement check ((kind = 'agreement') = (from_room is not null) and (from_room is null) = (from_run is null));
create index on accord.room (from_room) where from_room is not null;
comment on column accord.room.from_room is 'The session in which an agreement was written, and from_run the run of its exercise there; null for all other rooms.';
