#!/usr/bin/env bash
# Accord as a practice runs it, in the empty database that DATABASE_URL names: roles, tables, then the server on PORT. Sealing,
# policies, audit and limits are on; the limit of commands is raised by its own setting, since one member here speaks for many.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
project="$here/../.."
java="${BENCH_JAVA:-java}"
psql="${BENCH_PSQL:-psql}"
classes="$project/target/classes:$(cat "$project/target/classpath.txt")"
random() { od -An -tx1 -N32 /dev/urandom | tr -d ' \n'; }
app="$(random)"
owner="$(random)"
export PGOPTIONS="-c client_min_messages=warning" # the roles outlive the database

"$psql" -q -X -v ON_ERROR_STOP=1 "$DATABASE_URL" -f "$project/db/roles.sql" >&2
"$psql" -q -X -v ON_ERROR_STOP=1 "$DATABASE_URL" -c "alter role accord_app password '$app'; alter role accord_owner password '$owner'" >&2

# postgresql://user@host:port/name
address="${DATABASE_URL#*@}"
export ACCORD_DB_HOST="${address%%:*}" ACCORD_DB_NAME="${address##*/}" ACCORD_DB_TLS=no
port="${address#*:}"
export ACCORD_DB_PORT="${port%%/*}"
ACCORD_DB_OWNER_PASSWORD="$owner" "$java" -cp "$classes" app.accord.Main migrate >&2

export ACCORD_HTTP_PORT="$PORT" ACCORD_PUBLIC_URL="http://localhost:$PORT"
export ACCORD_DB_PASSWORD="$app"
# Nobody signs in here: sessions are rows that MakeRooms writes. Keycloak is away, which those who are inside never notice.
export ACCORD_OIDC_ISSUER="http://localhost:9/realms/accord"
ACCORD_OIDC_CLIENT_SECRET="$(random)"
ACCORD_KEY="$(head -c 32 /dev/urandom | base64)"
export ACCORD_OIDC_CLIENT_SECRET ACCORD_KEY
export ACCORD_MAIL_FROM=bench@localhost
export ACCORD_COMMANDS_PER_SECOND=1000000
# The collector of the Dockerfile, and of the floor.
read -ra more <<<"${BENCH_JVM:--Xmx512m -XX:+UseG1GC}"
exec "$java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "${more[@]}" -cp "$classes" app.accord.Main serve
