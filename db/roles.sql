-- Run once by a superuser, connected to Accord's database, before the first migration; running it again changes nothing.
-- Passwords are set apart (ALTER ROLE … PASSWORD), so that none stands in a file.
--
--   accord_owner   owns tables; only migrations connect as it
--   accord_app     what the server connects as; owns nothing, passes no policy by
--   accord_engine  no login; owns the five SECURITY DEFINER functions and nothing else
--   accord_sweep   the job that takes away what has run out: sign-ins that nobody finished, sessions past their end
do $$
declare r text;
begin
  foreach r in array array['accord_owner login', 'accord_app login', 'accord_engine nologin', 'accord_sweep login'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = split_part(r, ' ', 1)) then
      execute 'create role ' || r || ' nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
    end if;
  end loop;
  -- These face the network: whatever they were before, they pass no policy by from here on.
  foreach r in array array['accord_app', 'accord_engine', 'accord_sweep'] loop
    execute format('alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls', r);
  end loop;
  -- A guest of the database may do nothing in it, not even make a temporary table in front of ours.
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to accord_owner, accord_app, accord_sweep', current_database());
  execute format('grant create on database %I to accord_owner', current_database());
end $$;
revoke all on schema public from public;
-- So that migrations may hand the functions that act for the house over to it.
grant accord_engine to accord_owner;
