-- Who may see and write which row. The whole of it stands here and is made anew whenever this file changes, so that what is
-- read here is what holds. For update, USING also binds the new row, and who owns it is in no column that may be changed.
-- Roots first: staff, case_seat, seat_holder look at nothing but who asks.

do $$
declare r record;
begin
  for r in select policyname, tablename from pg_catalog.pg_policies where schemaname = 'accord' loop
    execute format('drop policy %I on accord.%I', r.policyname, r.tablename);
  end loop;
  for r in select c.relname from pg_catalog.pg_class c where c.relnamespace = 'accord'::regnamespace and c.relkind in ('r', 'p') loop
    execute format('alter table accord.%I enable row level security', r.relname);
    execute format('alter table accord.%I force row level security', r.relname);
    execute format('revoke all on accord.%I from public, accord_app, accord_engine, accord_sweep', r.relname);
  end loop;
end $$;

grant usage on schema accord to accord_app, accord_engine, accord_sweep;
revoke all on all functions in schema accord from public, accord_app, accord_sweep;
grant execute on function accord.uid, accord.token_issuer, accord.token_sub, accord.login_state to accord_app, accord_engine, accord_sweep;
grant execute on function accord.room_append, accord.room_load, accord.room_heads, accord.session_by_hash, accord.sessions_by_sid to accord_app;

-- ---------------------------------------------------------------- roots
create policy own on accord.staff for select to accord_app using (person_id = accord.uid());
create policy own on accord.case_seat for select to accord_app using (person_id = accord.uid());
create policy own on accord.seat_holder for select to accord_app using (person_id = accord.uid());
grant select on accord.staff, accord.case_seat, accord.seat_holder to accord_app;

-- ---------------------------------------------------------------- who is who
create policy of_my_case on accord.roster for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
grant select on accord.roster to accord_app;

create policy of_my_case on accord.couple for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
grant select on accord.couple to accord_app;

create policy staffed on accord.practice for select to accord_app
  using (practice_id = any (array(select s.practice_id from accord.staff s where s.until is null)));
create policy of_my_case on accord.practice for select to accord_app
  using (practice_id = any (array(select c.practice_id from accord.couple c)));
grant select on accord.practice to accord_app;

create policy own on accord.person for select to accord_app using (person_id = accord.uid());
create policy of_my_case on accord.person for select to accord_app
  using (person_id = any (array(select r.person_id from accord.roster r)));
create policy signing_in on accord.person for select to accord_app
  using (issuer = accord.token_issuer() and sub = accord.token_sub());
create policy first_time on accord.person for insert to accord_app
  with check (issuer = accord.token_issuer() and sub = accord.token_sub() and practice_id is null);
create policy change_own on accord.person for update to accord_app using (person_id = accord.uid());
-- issuer, sub and practice are nobody's to change.
grant select, insert, update (name, short_name, language, zone) on accord.person to accord_app;

create policy own on accord.consent for select to accord_app using (person_id = accord.uid());
create policy of_my_caseload on accord.consent for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy give on accord.consent for insert to accord_app
  with check (person_id = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy withdraw on accord.consent for update to accord_app using (person_id = accord.uid());
grant select, insert, update (withdrawn_at) on accord.consent to accord_app;

-- ---------------------------------------------------------------- sessions and rooms
create policy held on accord.room for select to accord_app
  using (room_id = any (array(select h.room_id from accord.seat_holder h)));
create policy of_my_caseload on accord.room for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy plan on accord.room for insert to accord_app
  with check (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert on accord.room to accord_app;

-- A therapist seats those who sit in the case, each in the own seat, from the room's first event on.
create policy plan on accord.seat_holder for insert to accord_app
  with check (until is null and from_seq = 0 and exists (
    select from accord.room r
      join accord.case_seat mine on mine.couple_id = r.couple_id and mine.until is null and mine.seat between 6 and 10
      join accord.roster theirs on theirs.couple_id = r.couple_id
      where r.room_id = seat_holder.room_id and theirs.seat = seat_holder.seat and theirs.person_id = seat_holder.person_id));
-- Whoever does homework alone lets the others of the case read what was given to all: not before, since a seat tells of the room.
create policy give_to_all on accord.seat_holder for insert to accord_app
  with check (until is null and from_seq = 0 and seat <= 5 and exists (
    select from accord.room r
      join accord.case_seat mine on mine.couple_id = r.couple_id and mine.until is null and mine.seat = r.for_seat
      join accord.roster theirs on theirs.couple_id = r.couple_id
      where r.room_id = seat_holder.room_id and theirs.seat = seat_holder.seat and theirs.person_id = seat_holder.person_id));
grant insert (room_id, seat, person_id) on accord.seat_holder to accord_app;

create policy plan on accord.room_head for insert to accord_app
  with check (exists (
    select from accord.room r
      join accord.case_seat mine on mine.couple_id = r.couple_id and mine.until is null and mine.seat between 6 and 10
      where r.room_id = room_head.room_id));
grant insert (room_id) on accord.room_head to accord_app;

create policy of_my_case on accord.planned_session for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy plan on accord.planned_session for insert to accord_app
  with check (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy lead on accord.planned_session for update to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert, update (starts_at, minutes, place, state, followed) on accord.planned_session to accord_app;

create policy of_my_caseload on accord.planned_exercise for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy plan on accord.planned_exercise for insert to accord_app
  with check (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert on accord.planned_exercise to accord_app;

create policy of_my_caseload on accord.session_record for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy sign on accord.session_record for insert to accord_app
  with check (signed_by = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat = 6)));
grant select, insert on accord.session_record to accord_app;

-- ---------------------------------------------------------------- the journal
-- The first half finds the few rooms by their index, the second asks for each event of theirs.
create policy reaches_me on accord.room_event for select to accord_app
  using (room_id = any (array(select h.room_id from accord.seat_holder h)) and exists (
    select from accord.seat_holder h
      where h.room_id = room_event.room_id and (room_event.audience >> h.seat) & 1 = 1
        and room_event.seq > h.from_seq and (h.until_seq is null or room_event.seq <= h.until_seq)));
grant select (room_id, seq, at, audience, v, by_seat, words_id, type, facts) on accord.room_event to accord_app;
create policy reaches_me on accord.words for select to accord_app
  using (room_id = any (array(select h.room_id from accord.seat_holder h)) and exists (
    select from accord.seat_holder h
      where h.room_id = words.room_id and (words.audience >> h.seat) & 1 = 1
        and words.seq > h.from_seq and (h.until_seq is null or words.seq <= h.until_seq)));
grant select on accord.words to accord_app;

create policy own on accord.data_key for select to accord_app using (owner_kind = 'person' and owner = accord.uid());
create policy of_my_case on accord.data_key for select to accord_app
  using (owner_kind = 'couple' and owner = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy of_my_caseload on accord.data_key for select to accord_app
  using (owner_kind = 'case'
    and owner = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy what_i_tell on accord.data_key for select to accord_app using (owner_kind = 'told' and owner = accord.uid());
create policy told_to_me on accord.data_key for select to accord_app
  using (owner_kind = 'told' and owner = any (array(
    select r.person_id from accord.roster r join accord.case_seat mine on mine.couple_id = r.couple_id and mine.until is null and mine.seat between 6 and 10
      where r.seat <= 5)));
create policy first_own on accord.data_key for insert to accord_app
  with check (owner_kind = 'person' and owner = accord.uid());
create policy first_that_i_tell on accord.data_key for insert to accord_app
  with check (owner_kind = 'told' and owner = accord.uid());
create policy first_told_to_me on accord.data_key for insert to accord_app
  with check (owner_kind = 'told' and owner = any (array(
    select r.person_id from accord.roster r join accord.case_seat mine on mine.couple_id = r.couple_id and mine.until is null and mine.seat between 6 and 10
      where r.seat <= 5)));
create policy first_of_my_case on accord.data_key for insert to accord_app
  with check (owner_kind = 'couple' and owner = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy first_of_my_caseload on accord.data_key for insert to accord_app
  with check (owner_kind = 'case'
    and owner = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert on accord.data_key to accord_app;

create policy own on accord.draft for select to accord_app using (person_id = accord.uid());
create policy keep on accord.draft for insert to accord_app
  with check (person_id = accord.uid() and room_id = any (array(select h.room_id from accord.seat_holder h where h.until is null)));
create policy change on accord.draft for update to accord_app
  using (person_id = accord.uid())
  with check (person_id = accord.uid() and room_id = any (array(select h.room_id from accord.seat_holder h where h.until is null)));
create policy drop on accord.draft for delete to accord_app using (person_id = accord.uid());
grant select, insert, update (key_id, sealed, at), delete on accord.draft to accord_app;

-- ---------------------------------------------------------------- signing in
create policy own on accord.browser_session for select to accord_app using (person_id = accord.uid());
create policy begin on accord.browser_session for insert to accord_app with check (person_id = accord.uid());
create policy change on accord.browser_session for update to accord_app using (person_id = accord.uid());
create policy leave on accord.browser_session for delete to accord_app using (person_id = accord.uid());
grant select, insert, delete, update (sid, roles, refresh, good_until, seen_at, locked_at, auth_time, acr) on accord.browser_session to accord_app;

create policy bring_the_state on accord.login_attempt to accord_app using (state_hash = accord.login_state());
grant select, insert, delete on accord.login_attempt to accord_app;

-- ---------------------------------------------------------------- exercises, audit, pages
create policy of_the_house on accord.exercise_file for select to accord_app
  using (practice_id is null and exists (select from accord.person p where p.person_id = accord.uid()));
create policy of_my_case on accord.exercise_file for select to accord_app
  using (practice_id = any (array(select c.practice_id from accord.couple c)));
create policy therapist_adds on accord.exercise_file for insert to accord_app
  with check (practice_id is null and exists (select from accord.staff s where s.role = 'therapist' and s.until is null));
create policy therapist_adds_own on accord.exercise_file for insert to accord_app
  with check (practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null)));
grant select, insert on accord.exercise_file to accord_app;

create policy own_acts on accord.audit for insert to accord_app with check (person_id = accord.uid());
grant insert (person_id, what, couple_id, room_id, result) on accord.audit to accord_app;

create policy of_my_case on accord.agreement_made for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy lead on accord.agreement_made for insert to accord_app
  with check (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
-- Changed words that all sign anew take the place of the old; whose agreement it is stays.
create policy renew on accord.agreement_made for update to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert, update (made_on, review_on, ended_on, signed, title_id, title_key, title) on accord.agreement_made to accord_app;
create policy of_my_case on accord.exercise_done for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy lead on accord.exercise_done for insert to accord_app
  with check (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert on accord.exercise_done to accord_app;

-- ---------------------------------------------------------------- check-ins
-- Others see of a week nothing before it has closed. A partner never sees the other's answers, only copies, and of those only
-- what both share now: the copy is there while its author shares (see the foreign key), and the reader's own yes is asked for here.
-- Whoever leaves the case takes the copies along.
create policy own on accord.checkin_answer for select to accord_app using (person_id = accord.uid());
create policy told_when_closed on accord.checkin_answer for select to accord_app
  using (closes_at <= now()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy answer on accord.checkin_answer for insert to accord_app
  with check (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5)));
create policy change on accord.checkin_answer for update to accord_app
  using (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5)));
grant select, insert, update (key_id, sealed) on accord.checkin_answer to accord_app;

create policy own on accord.checkin_line for select to accord_app using (person_id = accord.uid());
create policy told_when_closed on accord.checkin_line for select to accord_app
  using (for_therapist and closes_at <= now()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy say on accord.checkin_line for insert to accord_app
  with check (person_id = accord.uid() and couple_id = any (array(
    select s.couple_id from accord.case_seat s join accord.couple c on c.couple_id = s.couple_id and c.secrets <> 'no-secrets'
      where s.until is null and s.seat <= 5)));
create policy change on accord.checkin_line for update to accord_app
  using (person_id = accord.uid() and couple_id = any (array(
    select s.couple_id from accord.case_seat s join accord.couple c on c.couple_id = s.couple_id and c.secrets <> 'no-secrets'
      where s.until is null and s.seat <= 5)));
create policy unsay on accord.checkin_line for delete to accord_app using (person_id = accord.uid());
grant select, insert, update (for_therapist, key_id, sealed), delete on accord.checkin_line to accord_app;

create policy of_my_caseload on accord.checkin_line_read for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy read on accord.checkin_line_read for insert to accord_app
  with check (reader = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert on accord.checkin_line_read to accord_app;

create policy own on accord.checkin_sharing for select to accord_app using (person_id = accord.uid());
create policy share on accord.checkin_sharing for insert to accord_app
  with check (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5)));
create policy stop on accord.checkin_sharing for delete to accord_app using (person_id = accord.uid());
grant select, insert, delete on accord.checkin_sharing to accord_app;

create policy own on accord.checkin_shared for select to accord_app using (person_id = accord.uid());
create policy both_share_now on accord.checkin_shared for select to accord_app
  using (closes_at <= now()
    and exists (select from accord.roster r where r.couple_id = checkin_shared.couple_id and r.person_id = checkin_shared.person_id)
    and exists (
    select from accord.checkin_sharing mine
      join accord.case_seat s on s.couple_id = mine.couple_id and s.person_id = mine.person_id and s.until is null
      where mine.couple_id = checkin_shared.couple_id and mine.item = checkin_shared.item and mine.since <= checkin_shared.opens_at));
create policy share on accord.checkin_shared for insert to accord_app
  with check (person_id = accord.uid() and exists (
    select from accord.checkin_sharing mine
      join accord.case_seat s on s.couple_id = mine.couple_id and s.person_id = mine.person_id and s.until is null
      where mine.couple_id = checkin_shared.couple_id and mine.item = checkin_shared.item and mine.since <= checkin_shared.opens_at));
create policy change on accord.checkin_shared for update to accord_app using (person_id = accord.uid());
create policy skip on accord.checkin_shared for delete to accord_app using (person_id = accord.uid());
grant select, insert, update (key_id, sealed), delete on accord.checkin_shared to accord_app;

create policy own on accord.session_scales for select to accord_app using (person_id = accord.uid());
create policy told on accord.session_scales for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy answer on accord.session_scales for insert to accord_app
  with check (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5)));
create policy change on accord.session_scales for update to accord_app
  using (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5)));
grant select, insert, update (key_id, sealed) on accord.session_scales to accord_app;

create policy of_my_caseload on accord.flag_aside for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy put_aside on accord.flag_aside for insert to accord_app
  with check (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy change_own on accord.flag_aside for update to accord_app
  using (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert, update (key_id, note) on accord.flag_aside to accord_app;
-- ---------------------------------------------------------------- messages, journal, notes, record
create policy between_two on accord.message for select to accord_app
  using (partner is not null and (
    partner = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5))
    or therapist = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat = 6))));
-- Whoever comes later reads what is said from then on.
create policy of_all on accord.message for select to accord_app
  using (partner is null and exists (
    select from accord.case_seat s where s.couple_id = message.couple_id and s.until is null and s.from_at <= message.at));
-- Without secrets there is no word between two (R10).
create policy write_to_the_therapist on accord.message for insert to accord_app
  with check (author = accord.uid() and partner = accord.uid() and exists (
    select from accord.case_seat mine
      join accord.roster theirs on theirs.couple_id = mine.couple_id and theirs.seat = 6
      join accord.couple c on c.couple_id = mine.couple_id and c.secrets <> 'no-secrets'
      where mine.couple_id = message.couple_id and mine.until is null and mine.seat <= 5 and theirs.person_id = message.therapist));
create policy write_to_a_partner on accord.message for insert to accord_app
  with check (author = accord.uid() and therapist = accord.uid() and exists (
    select from accord.case_seat mine
      join accord.roster theirs on theirs.couple_id = mine.couple_id and theirs.seat <= 5
      join accord.couple c on c.couple_id = mine.couple_id and c.secrets <> 'no-secrets'
      where mine.couple_id = message.couple_id and mine.until is null and mine.seat = 6 and theirs.person_id = message.partner));
create policy write_to_all on accord.message for insert to accord_app
  with check (author = accord.uid() and partner is null
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
grant select, insert (message_id, couple_id, partner, therapist, author, key_id, sealed) on accord.message to accord_app;

create policy own on accord.message_seen for select to accord_app using (person_id = accord.uid());
create policy mark on accord.message_seen for insert to accord_app
  with check (person_id = accord.uid() and exists (
    select from accord.message m join accord.case_seat s on s.couple_id = m.couple_id and s.until is null and s.seat between 6 and 10
      where m.message_id = message_seen.message_id));
grant select, insert on accord.message_seen to accord_app;

create policy own on accord.message_draft for select to accord_app using (person_id = accord.uid());
create policy keep on accord.message_draft for insert to accord_app
  with check (person_id = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy change on accord.message_draft for update to accord_app
  using (person_id = accord.uid())
  with check (person_id = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy drop on accord.message_draft for delete to accord_app using (person_id = accord.uid());
grant select, insert, update (key_id, sealed, at), delete on accord.message_draft to accord_app;

create policy of_my_case on accord.reading_days for select to accord_app
  using (person_id = any (array(select r.person_id from accord.roster r)) or person_id = accord.uid());
create policy say on accord.reading_days for insert to accord_app
  with check (person_id = accord.uid() and exists (select from accord.staff s where s.role = 'therapist' and s.until is null));
create policy change on accord.reading_days for update to accord_app using (person_id = accord.uid());
grant select, insert, update (days) on accord.reading_days to accord_app;

create policy own on accord.diary_page for select to accord_app using (person_id = accord.uid());
create policy write on accord.diary_page for insert to accord_app with check (person_id = accord.uid());
create policy change on accord.diary_page for update to accord_app using (person_id = accord.uid());
create policy tear_out on accord.diary_page for delete to accord_app using (person_id = accord.uid());
grant select, insert, update (version, changed_at, key_id, sealed), delete on accord.diary_page to accord_app;

create policy own on accord.diary_share for select to accord_app using (person_id = accord.uid());
create policy shared_with_me on accord.diary_share for select to accord_app
  using (therapist = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat = 6)));
create policy share on accord.diary_share for insert to accord_app
  with check (person_id = accord.uid() and exists (
    select from accord.case_seat mine
      join accord.roster theirs on theirs.couple_id = mine.couple_id and theirs.seat = 6
      join accord.couple c on c.couple_id = mine.couple_id and c.secrets <> 'no-secrets'
      where mine.couple_id = diary_share.couple_id and mine.until is null and mine.seat <= 5 and theirs.person_id = diary_share.therapist));
create policy take_back on accord.diary_share for delete to accord_app using (person_id = accord.uid());
grant select, insert, delete on accord.diary_share to accord_app;

create policy own on accord.note for select to accord_app
  using (author = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy write on accord.note for insert to accord_app
  with check (author = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy change on accord.note for update to accord_app
  using (author = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy tear_out on accord.note for delete to accord_app
  using (author = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert, update (version, changed_at, key_id, sealed), delete on accord.note to accord_app;

create policy of_my_caseload on accord.record_words for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
-- What is signed is not written on.
create policy write on accord.record_words for insert to accord_app
  with check (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat = 6))
    and not exists (select from accord.session_record r where r.session_id = record_words.session_id));
create policy change on accord.record_words for update to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat = 6))
    and not exists (select from accord.session_record r where r.session_id = record_words.session_id));
grant select, insert, update (version, changed_at, key_id, sealed) on accord.record_words to accord_app;

create policy of_my_caseload on accord.record_addition for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy add on accord.record_addition for insert to accord_app
  with check (author = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat = 6))
    and exists (select from accord.session_record r where r.session_id = record_addition.session_id));
grant select, insert on accord.record_addition to accord_app;

-- ---------------------------------------------------------------- progress
create policy of_my_case on accord.letter for select to accord_app
  using (exists (select from accord.case_seat s where s.couple_id = letter.couple_id and s.until is null and s.from_at <= letter.at));
create policy write on accord.letter for insert to accord_app
  with check (author = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat = 6)));
grant select, insert (letter_id, couple_id, author, key_id, sealed) on accord.letter to accord_app;

create policy own on accord.letter_draft for select to accord_app using (author = accord.uid());
create policy keep on accord.letter_draft for insert to accord_app
  with check (author = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat = 6)));
create policy change on accord.letter_draft for update to accord_app
  using (author = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat = 6)));
create policy drop on accord.letter_draft for delete to accord_app using (author = accord.uid());
grant select, insert, update (version, changed_at, key_id, sealed), delete on accord.letter_draft to accord_app;

create policy of_my_case on accord.win for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy add on accord.win for insert to accord_app
  with check (author = accord.uid() and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5)));
create policy take_down on accord.win for delete to accord_app using (author = accord.uid());
grant select, insert (win_id, couple_id, author, key_id, sealed), delete on accord.win to accord_app;

create policy of_my_case on accord.line_kept for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy lead on accord.line_kept for insert to accord_app
  with check (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert on accord.line_kept to accord_app;

create policy of_my_case on accord.line_down for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null)));
create policy take_down on accord.line_down for insert to accord_app
  with check (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5))
    and exists (select from accord.line_kept k
      where k.room_id = line_down.room_id and k.line_id = line_down.line_id and k.couple_id = line_down.couple_id));
grant select, insert on accord.line_down to accord_app;

-- ---------------------------------------------------------------- exercises of one's own
create policy own on accord.own_exercise for select to accord_app using (author = accord.uid());
create policy begin on accord.own_exercise for insert to accord_app
  with check (author = accord.uid()
    and practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null)));
create policy change on accord.own_exercise for update to accord_app using (author = accord.uid());
create policy put_away on accord.own_exercise for delete to accord_app using (author = accord.uid());
grant select, insert, delete, update (version, changed_at, key_id, sealed) on accord.own_exercise to accord_app;

create policy own on accord.own_published for select to accord_app using (author = accord.uid());
create policy of_my_practice on accord.own_published for select to accord_app
  using (shared and practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null)));
-- Only what is written there is published, by whoever wrote it.
create policy publish on accord.own_published for insert to accord_app
  with check (author = accord.uid()
    and practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null))
    and draft_id = any (array(select d.draft_id from accord.own_exercise d)));
create policy withdraw on accord.own_published for update to accord_app using (author = accord.uid());
grant select, insert, update (withdrawn_at) on accord.own_published to accord_app;

-- ---------------------------------------------------------------- questionnaires
-- A file is never changed; a draft can be thrown away. Whose it is and who stands for it is in no column that may be changed.
create policy of_my_practice on accord.instrument for select to accord_app
  using (practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null)));
create policy asked on accord.instrument for select to accord_app
  using (instrument_id = any (array(select a.instrument_id from accord.instrument_asked a where a.person_id = accord.uid())));
create policy bring on accord.instrument for insert to accord_app
  with check (imported_by = accord.uid()
    and practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null)));
create policy throw_a_draft_away on accord.instrument for delete to accord_app
  using (practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null))
    and not exists (select from accord.instrument_permission p where p.instrument_id = instrument.instrument_id));
grant select, insert, delete on accord.instrument to accord_app;

create policy of_my_practice on accord.instrument_permission for select to accord_app
  using (practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null)));
create policy stand_for_it on accord.instrument_permission for insert to accord_app
  with check (confirmed_by = accord.uid()
    and practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null)));
create policy withdraw on accord.instrument_permission for update to accord_app
  using (practice_id = any (array(select s.practice_id from accord.staff s where s.role = 'therapist' and s.until is null)));
grant select, insert, update (withdrawn_on) on accord.instrument_permission to accord_app;

create policy own on accord.instrument_asked for select to accord_app using (person_id = accord.uid());
create policy of_my_caseload on accord.instrument_asked for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
-- Nobody is asked what the practice may not use, and no one who is not a partner of the case.
create policy ask on accord.instrument_asked for insert to accord_app
  with check (asked_by = accord.uid() and exists (
    select from accord.case_seat mine
      join accord.roster theirs on theirs.couple_id = mine.couple_id and theirs.seat <= 5
      where mine.couple_id = instrument_asked.couple_id and mine.until is null and mine.seat between 6 and 10
        and theirs.person_id = instrument_asked.person_id)
    and exists (select from accord.instrument_permission p
      where p.instrument_id = instrument_asked.instrument_id and p.withdrawn_on is null));
create policy take_back on accord.instrument_asked for update to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10))
    and not exists (select from accord.instrument_handed_in h where h.asked_id = instrument_asked.asked_id));
grant select, insert, update (taken_back_on) on accord.instrument_asked to accord_app;

create policy own on accord.instrument_handed_in for select to accord_app using (person_id = accord.uid());
create policy of_my_caseload on accord.instrument_handed_in for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy hand_in on accord.instrument_handed_in for insert to accord_app
  with check (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5))
    and exists (select from accord.instrument_asked a
      where a.asked_id = instrument_handed_in.asked_id and a.taken_back_on is null));
grant select, insert on accord.instrument_handed_in to accord_app;

create policy own on accord.instrument_answer for select to accord_app using (person_id = accord.uid());
create policy told_when_handed_in on accord.instrument_answer for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10))
    and exists (select from accord.instrument_handed_in h where h.asked_id = instrument_answer.asked_id));
create policy answer on accord.instrument_answer for insert to accord_app
  with check (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5))
    and exists (select from accord.instrument_asked a
      where a.asked_id = instrument_answer.asked_id and a.taken_back_on is null)
    and not exists (select from accord.instrument_handed_in h where h.asked_id = instrument_answer.asked_id));
create policy change on accord.instrument_answer for update to accord_app
  using (person_id = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat <= 5))
    and exists (select from accord.instrument_asked a
      where a.asked_id = instrument_answer.asked_id and a.taken_back_on is null)
    and not exists (select from accord.instrument_handed_in h where h.asked_id = instrument_answer.asked_id));
grant select, insert, update (key_id, sealed) on accord.instrument_answer to accord_app;

create policy own on accord.instrument_shown for select to accord_app using (person_id = accord.uid());
create policy of_my_caseload on accord.instrument_shown for select to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
create policy show on accord.instrument_shown for insert to accord_app
  with check (shown_by = accord.uid()
    and couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10))
    and exists (select from accord.instrument_handed_in h where h.asked_id = instrument_shown.asked_id));
create policy show_no_more on accord.instrument_shown for delete to accord_app
  using (couple_id = any (array(select s.couple_id from accord.case_seat s where s.until is null and s.seat between 6 and 10)));
grant select, insert, delete on accord.instrument_shown to accord_app;

-- ---------------------------------------------------------------- the engine, through its functions only
create policy engine on accord.room for select to accord_engine using (true);
create policy engine on accord.seat_holder for select to accord_engine using (true);
create policy engine on accord.data_key for select to accord_engine using (true);
create policy engine_makes on accord.data_key for insert to accord_engine with check (true);
create policy engine on accord.words for select to accord_engine using (true);
create policy engine_writes on accord.words for insert to accord_engine with check (true);
create policy engine on accord.room_event for select to accord_engine using (true);
create policy engine_writes on accord.room_event for insert to accord_engine with check (true);
create policy engine on accord.room_head for select to accord_engine using (true);
create policy engine_moves on accord.room_head for update to accord_engine using (true) with check (true);
create policy engine on accord.browser_session for select to accord_engine using (true);
create policy engine_ends on accord.browser_session for delete to accord_engine using (true);
grant select on accord.room, accord.seat_holder to accord_engine;
grant select, insert on accord.room_event, accord.words, accord.data_key to accord_engine;
grant select, update (seq, n) on accord.room_head to accord_engine;
grant select, delete on accord.browser_session to accord_engine;

-- ---------------------------------------------------------------- the job that takes away what has run out
create policy past_its_end on accord.browser_session for select to accord_sweep using (ends_at < now());
create policy sweep on accord.browser_session for delete to accord_sweep using (ends_at < now());
create policy past_its_end on accord.login_attempt for select to accord_sweep using (created_at < now() - interval '15 minutes');
create policy sweep on accord.login_attempt for delete to accord_sweep using (created_at < now() - interval '15 minutes');
grant select, delete on accord.browser_session, accord.login_attempt to accord_sweep;
