#!/usr/bin/env bash
# PostgreSQL runs this once, when its folder is empty: the two databases and the roles that use them.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -U postgres -d postgres <<'SQL'
create database accord;
create role keycloak login nosuperuser nocreatedb nocreaterole;
create database keycloak owner keycloak;
revoke all on database keycloak from public;
\c accord
\i /deploy/roles.sql
-- psql reads them itself, so that no password is ever a word of a command line.
\set owner `cat /run/secrets/db_owner_password`
\set app `cat /run/secrets/db_app_password`
\set keycloak `cat /run/secrets/db_keycloak_password`
alter role accord_owner password :'owner';
alter role accord_app password :'app';
alter role keycloak password :'keycloak';
SQL
