-- Who asks, set for one transaction by app.accord.db.Db and by nothing else. Not there, or empty: nobody.
create or replace function accord.uid() returns uuid language sql stable parallel safe
  return nullif(pg_catalog.current_setting('app.uid', true), '')::uuid;
create or replace function accord.token_issuer() returns text language sql stable parallel safe
  return nullif(pg_catalog.current_setting('app.issuer', true), '');
create or replace function accord.token_sub() returns text language sql stable parallel safe
  return nullif(pg_catalog.current_setting('app.sub', true), '');
create or replace function accord.login_state() returns bytea language sql stable parallel safe
  return pg_catalog.decode(nullif(pg_catalog.current_setting('app.state', true), ''), 'hex');

create or replace function accord.keep_roster() returns trigger language plpgsql set search_path = accord, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from roster where couple_id = old.couple_id and seat = old.seat and person_id = old.person_id;
  end if;
  if tg_op <> 'DELETE' and new.until is null then
    insert into roster (couple_id, seat, person_id) values (new.couple_id, new.seat, new.person_id);
  end if;
  return null;
end $$;
create or replace trigger keep_roster after insert or update or delete on accord.case_seat
  for each row execute function accord.keep_roster();

-- Those that run as accord_engine. Whatever is added here stands in CatalogueIT too.

-- Appends the batches of many rooms, each whole or not at all, and tells which with their new heads.
-- Rooms come in any order; heads are locked in the order of room_id, so that two writers never wait for each other in a circle.
-- Events come in order; ev_room and new_room point into rooms. The first key of an owner (new_...) comes in the same commit as the
-- words that it seals: people who begin to write cost no transaction of their own, and no words are there without their key.
-- The first line is for databases that an older server has used; the defaults let that one go on meanwhile.
drop function if exists accord.room_append(uuid[], bigint[], int[], timestamptz[], smallint[], smallint[], uuid[], uuid[], int[], text[], smallint[],
  text[], uuid[], uuid[], bytea[]);
create or replace function accord.room_append(
  rooms uuid[], expected bigint[],
  ev_room int[], ev_at timestamptz[], ev_by smallint[], ev_author smallint[], ev_person uuid[], ev_command uuid[],
  ev_audience int[], ev_type text[], ev_v smallint[], ev_facts text[], ev_words uuid[], ev_key uuid[], ev_sealed bytea[],
  new_room int[] default '{}', new_key uuid[] default '{}', new_kind text[] default '{}', new_owner uuid[] default '{}',
  new_wrapped bytea[] default '{}')
returns table (room int, seq bigint, epoch uuid, n bigint[])
language plpgsql security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
declare
  won boolean[];
begin
  perform from room_head h where h.room_id = any (rooms) order by h.room_id for update;
  -- Another statement, so that it sees what the lock waited for.
  select array_agg(coalesce(h.seq = r.expected, false) order by r.i) into won
    from unnest(rooms, expected) with ordinality r (room_id, expected, i)
    left join room_head h on h.room_id = r.room_id;
  -- A seat that has ended, or was never this person's, takes its room's batch down and no other. A scalar question, asked by the
  -- index for each event: a NOT EXISTS was turned into a join that read every open seat of the house.
  for room in
    select distinct a.room from unnest(ev_room, ev_author, ev_person) a (room, seat, person)
      where a.seat is not null and not coalesce((
        select s.person_id = a.person from seat_holder s where s.room_id = rooms[a.room] and s.seat = a.seat and s.until is null), false)
  loop
    won[room] := false;
  end loop;
  if cardinality(new_room) > 0 then
    -- Only for the room's own couple and case, and for who sits there now. In order, so that two writers never wait in a circle.
    insert into data_key (key_id, owner_kind, owner, version, wrapped)
      select k.key_id, k.kind, k.owner, 1, k.wrapped
        from unnest(new_room, new_key, new_kind, new_owner, new_wrapped) k (room, key_id, kind, owner, wrapped)
        where won[k.room] and case k.kind
          when 'person' then exists (select from seat_holder s where s.room_id = rooms[k.room] and s.person_id = k.owner and s.until is null)
          else exists (select from room r where r.room_id = rooms[k.room] and r.couple_id = k.owner) end
        order by k.kind, k.owner
      on conflict do nothing;
    -- Somebody else was first: words sealed with a key that is not kept could never be read again, so the room's batch is not written.
    for room in
      select distinct k.room from unnest(new_room, new_key) k (room, key_id) where not exists (select from data_key d where d.key_id = k.key_id)
    loop
      won[room] := false;
    end loop;
  end if;
  return query
  with e as materialized (
    select rooms[u.room] as room_id, u.room, u.at, u.by_seat, u.author_seat, u.person, u.command_id, u.audience, u.type, u.v, u.facts, u.words_id, u.key_id, u.sealed,
           expected[u.room] + row_number() over (partition by u.room order by u.k) as seq
      from unnest(ev_room, ev_at, ev_by, ev_author, ev_person, ev_command, ev_audience, ev_type, ev_v, ev_facts, ev_words, ev_key, ev_sealed)
        with ordinality u (room, at, by_seat, author_seat, person, command_id, audience, type, v, facts, words_id, key_id, sealed, k)
      where won[u.room]),
  written as (
    insert into room_event (room_id, seq, at, audience, v, by_seat, author_seat, author, command_id, words_id, type, facts)
      select e.room_id, e.seq, e.at, e.audience, e.v, e.by_seat, e.author_seat, e.person, e.command_id, e.words_id, e.type, e.facts::jsonb from e),
  said as (
    insert into words (room_id, seq, words_id, audience, key_id, sealed)
      select e.room_id, e.seq, e.words_id, e.audience, e.key_id, e.sealed from e where e.words_id is not null),
  more as (
    select e.room, max(e.seq) as seq, array[
        count(*) filter (where audience & 1 <> 0), count(*) filter (where audience & 2 <> 0),
        count(*) filter (where audience & 4 <> 0), count(*) filter (where audience & 8 <> 0),
        count(*) filter (where audience & 16 <> 0), count(*) filter (where audience & 32 <> 0),
        count(*) filter (where audience & 64 <> 0), count(*) filter (where audience & 128 <> 0),
        count(*) filter (where audience & 256 <> 0), count(*) filter (where audience & 512 <> 0),
        count(*) filter (where audience & 1024 <> 0), count(*) filter (where audience & 2048 <> 0),
        count(*) filter (where audience & 4096 <> 0), count(*) filter (where audience & 8192 <> 0),
        count(*) filter (where audience & 16384 <> 0), count(*) filter (where audience & 32768 <> 0)] as n
      from e group by e.room)
  update room_head h set seq = m.seq, n = (select array_agg(o.was + o.plus order by o.i) from unnest(h.n, m.n) with ordinality o (was, plus, i))
    from more m where h.room_id = rooms[m.room]
    returning m.room, h.seq, h.epoch, h.n;
end $$;

-- The whole journal for the fold, all audiences. Rows of kind 0: the head; 1: a seat's holder now; 2: a wrapped key of the
-- case, the couple or a holder past or present; 3: an event. depth says up to which kind. In plpgsql, which keeps the plan: making it
-- anew for each room took longer than reading a short one.
create or replace function accord.room_load(room uuid, depth int)
returns table (
  kind int, seq bigint, epoch uuid, n bigint[], seat smallint, person uuid, couple uuid,
  key_id uuid, owner_kind text, owner uuid, version int,
  at timestamptz, audience int, v smallint, by_seat smallint, command_id uuid, words_id uuid, type text, facts text, sealed bytea)
language plpgsql stable security definer set search_path = accord, pg_temp as $$
#variable_conflict use_column
begin
  return query
  (select 0, h.seq, h.epoch, h.n, null::smallint, null::uuid, r.couple_id, null::uuid, null::text, null::uuid, null::int,
      null::timestamptz, null::int, null::smallint, null::smallint, null::uuid, null::uuid, null::text, null::text, null::bytea
    from room_head h join room r using (room_id) where h.room_id = room)
  union all
  (select 1, null, null, null, s.seat, s.person_id, null, null, null, null, null,
      null, null, null, null, null, null, null, null, null
    from seat_holder s where depth >= 1 and s.room_id = room and s.until is null)
  union all
  (select 2, null, null, null, null, null, null, k.key_id, k.owner_kind, k.owner, k.version,
      null, null, null, null, null, null, null, null, k.wrapped
    from data_key k where depth >= 2 and k.owner_kind = 'person' and k.owner = any (array(select s.person_id from seat_holder s where s.room_id = room)))
  union all
  (select 2, null, null, null, null, null, null, k.key_id, k.owner_kind, k.owner, k.version,
      null, null, null, null, null, null, null, null, k.wrapped
    from data_key k where depth >= 2 and k.owner_kind in ('couple', 'case') and k.owner = (select r.couple_id from room r where r.room_id = room))
  union all
  (select 3, e.seq, null, null, e.author_seat, e.author, null, w.key_id, null, null, null,
      e.at, e.audience, e.v, e.by_seat, e.command_id, e.words_id, e.type, e.facts::text, w.sealed
    from room_event e left join words w on w.room_id = e.room_id and w.seq = e.seq
    where depth >= 3 and e.room_id = room order by e.seq);
end $$;

-- Where these rooms stand and who sits in them now, for a server that holds them in memory: what another server wrote, and
-- whose seat has ended. One call for all of them, however many.
create or replace function accord.room_heads(rooms uuid[])
returns table (room_id uuid, seq bigint, epoch uuid, seats smallint[], persons uuid[])
language sql stable security definer set search_path = accord, pg_temp as $$
  select h.room_id, h.seq, h.epoch, s.seats, s.persons
    from room_head h, lateral (
      select array_agg(s.seat order by s.seat) as seats, array_agg(s.person_id order by s.seat) as persons
        from seat_holder s where s.room_id = h.room_id and s.until is null) s
    where h.room_id = any (rooms)
$$;

-- The sessions behind these cookies' hashes that have not come to their end. One for a request; those of all open sockets
-- for the poll each second.
create or replace function accord.session_by_hash(hashes bytea[]) returns setof accord.browser_session
language sql stable security definer set search_path = accord, pg_temp as $$
  select s.* from browser_session s where s.hash = any (hashes) and s.ends_at > clock_timestamp()
$$;

-- Ends every session that Keycloak calls by this sid and tells which.
create or replace function accord.sessions_by_sid(of_issuer text, of_sid text) returns setof bytea
language sql volatile security definer set search_path = accord, pg_temp as $$
  delete from browser_session s where s.issuer = of_issuer and s.sid = of_sid returning s.hash
$$;

-- They may be created in the schema only while this runs.
grant create, usage on schema accord to accord_engine;
alter function accord.room_append owner to accord_engine;
alter function accord.room_load owner to accord_engine;
alter function accord.room_heads owner to accord_engine;
alter function accord.session_by_hash owner to accord_engine;
alter function accord.sessions_by_sid owner to accord_engine;
revoke create on schema accord from accord_engine;
