-- Case A: one, two (who took former's seat after event 2), therapist, co (joined the case after the room was made).
-- Case B of another practice, without secrets: bone, btwo, btherapist. An administrator of A's practice.
insert into accord.practice (practice_id, name, zone) values (:pa, 'A', 'UTC'), (:pb, 'B', 'UTC');
insert into accord.person (person_id, issuer, sub, practice_id, name, short_name)
  select id, 'iss', name, practice, name, name from (values
    (:one::uuid, 'one', :pa::uuid), (:two, 'two', :pa), (:former, 'former', :pa), (:therapist, 'therapist', :pa), (:co, 'co', :pa),
    (:admin, 'admin', :pa), (:bone, 'bone', :pb), (:btwo, 'btwo', :pb), (:btherapist, 'btherapist', :pb)) p (id, name, practice);
insert into accord.staff (practice_id, person_id, role) values
  (:pa, :therapist, 'therapist'), (:pa, :co, 'therapist'), (:pa, :admin, 'practice-admin'), (:pb, :btherapist, 'therapist');
insert into accord.couple (couple_id, practice_id, secrets, ceiling, zone, state, since) values
  (:ca, :pa, 'limited', 2, 'UTC', 'active', '2026-01-01'), (:cb, :pb, 'no-secrets', 2, 'UTC', 'active', '2026-01-01');
insert into accord.case_seat (couple_id, seat, person_id, until) values
  (:ca, 0, :one, null), (:ca, 1, :former, now()), (:ca, 1, :two, null), (:ca, 6, :therapist, null), (:ca, 7, :co, null),
  (:cb, 0, :bone, null), (:cb, 1, :btwo, null), (:cb, 6, :btherapist, null);
insert into accord.consent (couple_id, person_id, kind, version) values
  (:ca, :one, 'work', 1), (:ca, :two, 'work', 1), (:ca, :former, 'work', 1), (:cb, :bone, 'work', 1), (:cb, :btwo, 'work', 1);
insert into accord.room (room_id, couple_id, kind) values (:ra, :ca, 'live'), (:rb, :cb, 'live');
-- Homework of one alone.
insert into accord.room (room_id, couple_id, kind, for_seat) values (:ha, :ca, 'homework', 0);
insert into accord.room_head (room_id, seq, n) values
  (:ra, 5, '{4,2,0,0,0,0,4,0,0,0,0,0,0,0,0,0}'), (:rb, 2, '{2,2,0,0,0,0,2,0,0,0,0,0,0,0,0,0}');
insert into accord.planned_session (session_id, couple_id, room_id, number, starts_at, minutes, place) values
  (:sa, :ca, :ra, 1, now(), 60, 'room'), (:sb, :cb, :rb, 1, now(), 60, 'room');
insert into accord.planned_exercise (session_id, couple_id, place, exercise) values (:sa, :ca, 1, 'x'), (:sb, :cb, 1, 'x');
insert into accord.session_record (session_id, couple_id, signed_by, signed_at) values
  (:sa, :ca, :therapist, now()), (:sb, :cb, :btherapist, now());
insert into accord.seat_holder (room_id, seat, person_id, until, from_seq, until_seq) values
  (:ra, 0, :one, null, 0, null), (:ra, 1, :former, now(), 0, 2), (:ra, 1, :two, null, 2, null), (:ra, 6, :therapist, null, 0, null),
  (:ha, 0, :one, null, 0, null), (:ha, 6, :therapist, null, 0, null),
  (:rb, 0, :bone, null, 0, null), (:rb, 1, :btwo, null, 0, null), (:rb, 6, :btherapist, null, 0, null);
-- Audiences in A: all; one; one and therapist; two and therapist; all. Seats 0, 1 and 6 are the bits 1, 2 and 64.
insert into accord.room_event (room_id, seq, at, audience, type, facts, words_id) values
  (:ra, 1, now(), 67, 'Said', '{}', gen_random_uuid()), (:ra, 2, now(), 1, 'Said', '{}', gen_random_uuid()),
  (:ra, 3, now(), 65, 'Said', '{}', gen_random_uuid()), (:ra, 4, now(), 66, 'Said', '{}', gen_random_uuid()),
  (:ra, 5, now(), 67, 'Said', '{}', gen_random_uuid()),
  (:rb, 1, now(), 67, 'Said', '{}', gen_random_uuid()), (:rb, 2, now(), 67, 'Said', '{}', gen_random_uuid());
insert into accord.words (room_id, seq, words_id, audience, key_id, sealed)
  select room_id, seq, words_id, audience, gen_random_uuid(), 'x'::bytea from accord.room_event;
insert into accord.data_key (key_id, owner_kind, owner, version, wrapped)
  select gen_random_uuid(), 'person', person_id, 1, 'x'::bytea from accord.person where person_id <> :btwo
  union all select gen_random_uuid(), 'told', person_id, 1, 'x'::bytea from accord.person where person_id in (:one, :former, :bone, :admin)
  union all select gen_random_uuid(), kind, couple_id, 1, 'x'::bytea from accord.couple, (values ('couple'), ('case')) k (kind);
insert into accord.draft (room_id, person_id, field, key_id, sealed) values
  (:ra, :one, 'f', gen_random_uuid(), 'x'), (:ra, :two, 'f', gen_random_uuid(), 'x'), (:ra, :former, 'f', gen_random_uuid(), 'x'),
  (:rb, :bone, 'f', gen_random_uuid(), 'x');
insert into accord.browser_session (hash, person_id, issuer, sid, idle, ends_at)
  select sha256(sub::bytea), person_id, 'iss', 'sid-' || sub, '30 minutes',
    now() + case sub when 'former' then interval '-1 minute' else '1 hour' end from accord.person;
insert into accord.login_attempt (state_hash, nonce, verifier, go_to, created_at) values
  (sha256('mine'), 'n', 'v', '/', now()), (sha256('other'), 'n', 'v', '/', now()), (sha256('old'), 'n', 'v', '/', now() - interval '1 hour');
insert into accord.exercise_file (digest, language, exercise, version, bytes) values (repeat('a', 64), 'en', 'x', 1, 'x');
insert into accord.audit (person_id, what) values (:one, 'opened'), (:bone, 'opened');
insert into accord.agreement_made (room_id, run, couple_id, exercise, version, made_on, review_on) values
  (:ra, 1, :ca, 'x', 1, '2026-01-01', '2026-02-01'), (:rb, 1, :cb, 'x', 1, '2026-01-01', '2026-02-01');
insert into accord.exercise_done (room_id, run, couple_id, exercise, version, done_on) values
  (:ra, 1, :ca, 'x', 1, '2026-01-01'), (:rb, 1, :cb, 'x', 1, '2026-01-01');
-- Check-ins: closed weeks but where it says so. One shares closeness and reliance from January on, two closeness from March on.
insert into accord.checkin_answer (couple_id, person_id, week, item, closes_at, key_id, sealed) values
  (:ca, :one, '2026-03-02', 'closeness', now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :one, '2026-03-09', 'closeness', now() + interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :two, '2026-03-02', 'closeness', now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :former, '2026-03-02', 'closeness', now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:cb, :bone, '2026-03-02', 'closeness', now() - interval '1 hour', gen_random_uuid(), 'x');
insert into accord.checkin_line (couple_id, person_id, week, for_therapist, closes_at, key_id, sealed) values
  (:ca, :one, '2026-03-02', true, now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :one, '2026-03-09', false, now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :two, '2026-03-09', true, now() + interval '1 hour', gen_random_uuid(), 'x'),
  (:cb, :bone, '2026-03-02', true, now() - interval '1 hour', gen_random_uuid(), 'x');
insert into accord.checkin_line_read (couple_id, person_id, week, reader) values
  (:ca, :one, '2026-03-02', :therapist), (:cb, :bone, '2026-03-02', :btherapist);
insert into accord.checkin_sharing (couple_id, person_id, item, since) values
  (:ca, :one, 'closeness', '2026-01-01'), (:ca, :one, 'reliance', '2026-01-01'), (:ca, :two, 'closeness', '2026-03-01'),
  (:ca, :former, 'closeness', '2026-01-01'), (:cb, :bone, 'closeness', '2026-01-01');
insert into accord.checkin_shared (couple_id, person_id, week, item, opens_at, closes_at, key_id, sealed) values
  (:ca, :one, '2026-02-02', 'closeness', '2026-02-06', now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :one, '2026-03-02', 'closeness', '2026-03-06', now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :one, '2026-03-09', 'closeness', '2026-03-13', now() + interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :one, '2026-03-02', 'reliance', '2026-03-06', now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :two, '2026-03-02', 'closeness', '2026-03-06', now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:ca, :former, '2026-03-02', 'closeness', '2026-03-06', now() - interval '1 hour', gen_random_uuid(), 'x'),
  (:cb, :bone, '2026-03-02', 'closeness', '2026-03-06', now() - interval '1 hour', gen_random_uuid(), 'x');
insert into accord.session_scales (session_id, couple_id, person_id, key_id, sealed) values
  (:sa, :ca, :two, gen_random_uuid(), 'x'), (:sb, :cb, :bone, gen_random_uuid(), 'x');
insert into accord.flag_aside (couple_id, flag, person_id) values (:ca, 'x', :therapist), (:cb, 'x', :btherapist);
-- Between one and the therapist; with a partner who has left; with a therapist who has; of all, once before anybody sat here.
insert into accord.message (message_id, couple_id, partner, therapist, author, at, key_id, sealed) values
  (gen_random_uuid(), :ca, :one, :therapist, :one, now(), gen_random_uuid(), 'x'), (gen_random_uuid(), :ca, :former, :therapist, :former, now(), gen_random_uuid(), 'x'),
  (gen_random_uuid(), :ca, :one, :admin, :one, now(), gen_random_uuid(), 'x'), (gen_random_uuid(), :ca, null, null, :two, clock_timestamp(), gen_random_uuid(), 'x'),
  (gen_random_uuid(), :ca, null, null, :one, '2020-01-01', gen_random_uuid(), 'x'),
  (gen_random_uuid(), :cb, :bone, :btherapist, :bone, now(), gen_random_uuid(), 'x'), (gen_random_uuid(), :cb, null, null, :bone, clock_timestamp(), gen_random_uuid(), 'x');
insert into accord.message_seen (message_id, person_id)
  select message_id, therapist from accord.message where therapist in (:therapist, :btherapist) and partner <> :former;
insert into accord.message_draft (couple_id, person_id, partner, key_id, sealed) values
  (:ca, :one, null, gen_random_uuid(), 'x'), (:ca, :former, null, gen_random_uuid(), 'x'), (:cb, :bone, null, gen_random_uuid(), 'x');
insert into accord.reading_days (person_id, days) values (:therapist, 10), (:btherapist, 10);
-- Pages of one are shared with the therapist and with somebody who is none; former's with the therapist; bone's from before.
insert into accord.diary_page (page_id, person_id, made_at, changed_at, key_id, sealed) values
  (gen_random_uuid(), :one, now(), now(), gen_random_uuid(), 'x'), (gen_random_uuid(), :one, '2026-01-01', now(), gen_random_uuid(), 'x'),
  (gen_random_uuid(), :former, now(), now(), gen_random_uuid(), 'x'), (gen_random_uuid(), :bone, now(), now(), gen_random_uuid(), 'x');
insert into accord.diary_share (page_id, person_id, couple_id, therapist, made_at, shared_at, key_id, sealed)
  select page_id, person_id, case person_id when :bone then :cb::uuid else :ca end,
    case when person_id = :bone then :btherapist::uuid when made_at = '2026-01-01' then :admin else :therapist end, made_at, now(), gen_random_uuid(), 'x'
    from accord.diary_page;
insert into accord.note (note_id, author, couple_id, made_at, changed_at, key_id, sealed) values
  (gen_random_uuid(), :therapist, :ca, now(), now(), gen_random_uuid(), 'x'), (gen_random_uuid(), :therapist, :cb, now(), now(), gen_random_uuid(), 'x'),
  (gen_random_uuid(), :co, :ca, now(), now(), gen_random_uuid(), 'x'), (gen_random_uuid(), :admin, :ca, now(), now(), gen_random_uuid(), 'x'),
  (gen_random_uuid(), :btherapist, :cb, now(), now(), gen_random_uuid(), 'x');
insert into accord.record_words (session_id, couple_id, changed_at, key_id, sealed) values
  (:sa, :ca, now(), gen_random_uuid(), 'x'), (:sb, :cb, now(), gen_random_uuid(), 'x');
insert into accord.record_addition (addition_id, session_id, couple_id, author, at, key_id, sealed) values
  (gen_random_uuid(), :sa, :ca, :therapist, now(), gen_random_uuid(), 'x'), (gen_random_uuid(), :sb, :cb, :btherapist, now(), gen_random_uuid(), 'x');
-- Letters: one from before anybody sat here. Drafts: one of somebody who does not lead the case. A win of somebody who has left.
insert into accord.letter (letter_id, couple_id, author, at, key_id, sealed) values
  (gen_random_uuid(), :ca, :therapist, clock_timestamp(), gen_random_uuid(), 'x'), (gen_random_uuid(), :ca, :therapist, '2020-01-01', gen_random_uuid(), 'x'),
  (gen_random_uuid(), :cb, :btherapist, clock_timestamp(), gen_random_uuid(), 'x');
insert into accord.letter_draft (couple_id, author, changed_at, key_id, sealed) values
  (:ca, :therapist, now(), gen_random_uuid(), 'x'), (:ca, :admin, now(), gen_random_uuid(), 'x'), (:cb, :btherapist, now(), gen_random_uuid(), 'x');
insert into accord.win (win_id, couple_id, author, key_id, sealed) values
  (gen_random_uuid(), :ca, :one, gen_random_uuid(), 'x'), (gen_random_uuid(), :ca, :former, gen_random_uuid(), 'x'), (gen_random_uuid(), :cb, :bone, gen_random_uuid(), 'x');
insert into accord.line_kept (room_id, line_id, couple_id, kept_on, text_id, text_key, text) values
  (:ra, gen_random_uuid(), :ca, '2026-01-01', gen_random_uuid(), gen_random_uuid(), 'x'), (:rb, gen_random_uuid(), :cb, '2026-01-01', gen_random_uuid(), gen_random_uuid(), 'x');
insert into accord.line_down (room_id, line_id, couple_id) values (:ra, gen_random_uuid(), :ca), (:rb, gen_random_uuid(), :cb);
-- Exercises of one's own: the therapist's draft, published for the practice and for oneself alone; another practice's. Started: of A and of B.
insert into accord.own_exercise (draft_id, author, practice_id, made_at, changed_at, key_id, sealed) values
  (:sa, :therapist, :pa, now(), now(), gen_random_uuid(), 'x'), (:sb, :btherapist, :pb, now(), now(), gen_random_uuid(), 'x');
insert into accord.own_published (digest, draft_id, exercise, version, written, author, practice_id, shared, made_at, bytes) values
  (repeat('1', 64), :sa, 'own-' || repeat('a', 32), 1, 1, :therapist, :pa, true, now(), 'x'),
  (repeat('2', 64), :sa, 'own-' || repeat('a', 32), 2, 2, :therapist, :pa, false, now(), 'x'),
  (repeat('3', 64), :sb, 'own-' || repeat('b', 32), 1, 1, :btherapist, :pb, true, now(), 'x');
insert into accord.exercise_file (digest, language, exercise, version, bytes, practice_id) values
  (repeat('1', 64), 'en', 'own-' || repeat('a', 32), 1, 'x', :pa), (repeat('3', 64), 'en', 'own-' || repeat('b', 32), 1, 'x', :pb);
-- Questionnaires: one in use, a draft and a withdrawn one in A, one in B. One has an open one, one handed in, one that is shown too and
-- one that was taken back; two an open one; former one handed in and one open; bone one that is shown.
insert into accord.instrument (instrument_id, practice_id, instrument, version, language, file, imported_by, imported_on) values
  (:ia, :pa, 'a', 1, 'en', 'x', :therapist, now()), (:ix, :pa, 'x', 1, 'en', 'x', :therapist, now()),
  (:iw, :pa, 'w', 1, 'en', 'x', :therapist, now()), (:ib, :pb, 'b', 1, 'en', 'x', :btherapist, now());
insert into accord.instrument_permission (instrument_id, practice_id, permission, confirmed_by, confirmed_on, withdrawn_on) values
  (:ia, :pa, 'x', :therapist, now(), null), (:iw, :pa, 'x', :therapist, now(), now()), (:ib, :pb, 'x', :btherapist, now(), null);
insert into accord.instrument_asked (asked_id, couple_id, person_id, instrument_id, asked_by, asked_on, taken_back_on) values
  (:qo, :ca, :one, :ia, :therapist, now(), null), (:qh, :ca, :one, :ia, :therapist, now(), null), (:qs, :ca, :one, :ia, :therapist, now(), null),
  (:qx, :ca, :one, :ia, :therapist, now(), now()), (:qt, :ca, :two, :ia, :therapist, now(), null), (:qf, :ca, :former, :ia, :therapist, now(), null),
  (:qg, :ca, :former, :ia, :therapist, now(), null), (:qb, :cb, :bone, :ib, :btherapist, now(), null);
insert into accord.instrument_handed_in (asked_id, couple_id, person_id, on_day)
  select asked_id, couple_id, person_id, now() from accord.instrument_asked where asked_id in (:qh, :qs, :qf, :qb);
insert into accord.instrument_answer (asked_id, couple_id, person_id, item, key_id, sealed)
  select asked_id, couple_id, person_id, 'a', gen_random_uuid(), 'x' from accord.instrument_asked;
insert into accord.instrument_shown (asked_id, couple_id, person_id, shown_by, shown_on)
  select asked_id, couple_id, person_id, asked_by, now() from accord.instrument_asked where asked_id in (:qs, :qb);
