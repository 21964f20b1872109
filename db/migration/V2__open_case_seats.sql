-- Nearly every policy asks for the seats that somebody holds now. Without this PostgreSQL took one_holder_a_case_seat and read through
-- the open seats of the whole house, once for each table that a question touches, until it had gathered statistics.
create index held_now on accord.case_seat (person_id, seat, couple_id) where until is null;
