#!/usr/bin/env bash
# Builds everything, starts a PostgreSQL of its own, measures, prints Markdown. See README.md.
#   ./run.sh [--servers ws,floor] [--modes steady,ramp,hot,idle,storm] [--rounds 3]
#            [--target URL-or-command --adapter NAME [--name NAME] [--pid N]]  |  ./run.sh limits
#   ./run.sh accord […]   the same with Accord among them
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export BENCH_HERE="$here"
export BENCH_BUILD="${BENCH_BUILD:-${XDG_CACHE_HOME:-$HOME/.cache}/accord-bench}"
# A JDK 25: BENCH_JDK, JAVA_HOME, the java on the path, or where Maven finds its toolchains. Maven itself often runs on an older one.
is_25() { [ -x "$1/bin/javac" ] && grep -qs 'JAVA_VERSION="25' "$1/release"; }
jdk=""
java_on_path="$(command -v java || true)"
for candidate in "${BENCH_JDK:-}" "${JAVA_HOME:-}" "${java_on_path:+$(dirname "$(dirname "$(readlink -f "$java_on_path")")")}" \
  /usr/lib/jvm/* /opt/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  if [ -n "$candidate" ] && is_25 "$candidate"; then jdk="$candidate"; break; fi
done
if [ -z "$jdk" ] || { [ -n "${BENCH_JDK:-}" ] && [ "$jdk" != "$BENCH_JDK" ]; }; then
  echo "The yardstick needs a JDK 25 and found none${BENCH_JDK:+ in $BENCH_JDK}. Name its folder: BENCH_JDK=/path/to/jdk-25 $0 …" >&2
  exit 1
fi
export BENCH_JAVA="$jdk/bin/java"
# PostgreSQL's programs: Debian keeps them off the path.
bin="${BENCH_PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)}"
[ -n "$bin" ] || bin="$(pg_config --bindir 2>/dev/null || true)"
if [ ! -x "$bin/initdb" ]; then
  echo "The yardstick needs PostgreSQL 15.14 or newer and found no initdb. Name its folder: BENCH_PG_BIN=/path/to/bin $0 …" >&2
  exit 1
fi
for program in node npm mvn; do
  command -v "$program" >/dev/null || { echo "The yardstick needs $program, which is not on the path." >&2; exit 1; }
done
export BENCH_PSQL="$bin/psql"
ulimit -n "$(ulimit -Hn)"

mkdir -p "$BENCH_BUILD"/{loadgen,node,go,floor}
"$jdk/bin/javac" -d "$BENCH_BUILD/loadgen" "$here"/loadgen/*.java
cp "$here"/peers/node/* "$BENCH_BUILD/node/"
[ -d "$BENCH_BUILD/node/node_modules/ws" ] || (cd "$BENCH_BUILD/node" && npm install --no-audit --no-fund --silent)
cp -r "$here"/peers/floor/{pom.xml,src} "$BENCH_BUILD/floor/"
(cd "$BENCH_BUILD/floor" && JAVA_HOME="$jdk" mvn -q -B package >"$BENCH_BUILD/mvn.log" 2>&1) || { cat "$BENCH_BUILD/mvn.log"; exit 1; }
# Go and its two libraries as Debian packages them; without them this peer is left out:
#   golang-go golang-github-gorilla-websocket-dev golang-github-jackc-pgx-v4-dev
if command -v go >/dev/null && [ -d /usr/share/gocode/src/github.com/jackc/pgx ]; then
  cp "$here/peers/go/main.go" "$BENCH_BUILD/go/"
  (cd "$BENCH_BUILD/go" && GOPATH=/usr/share/gocode GO111MODULE=off go build -o server main.go)
else
  echo "The Go peer is left out: golang-go and its two packages are not installed (see README.md)." >&2
fi

# PostgreSQL: its own cluster on a free port, durable as in production. initdb refuses root.
data="$(mktemp -d)"; port="${BENCH_PG_PORT:-54329}"
as() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u "${BENCH_PG_USER:-postgres}" -- "$@"); else "$@"; fi; }
[ "$(id -u)" = 0 ] && chown "${BENCH_PG_USER:-postgres}" "$data"
as "$bin/initdb" -D "$data/db" -U bench -A trust -E UTF8 --no-sync >/dev/null
cat >> "$data/db/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$data'
fsync = on
synchronous_commit = on
full_page_writes = on
shared_buffers = 256MB
max_wal_size = 8GB
checkpoint_timeout = 30min
autovacuum = off
max_connections = 100
jit = off
log_min_messages = fatal
# A disk that takes longer to flush: every flush waits this many microseconds first (0 = as it is).
commit_delay = ${BENCH_FLUSH_DELAY_US:-0}
commit_siblings = 0
CONF
as "$bin/pg_ctl" -D "$data/db" -w -s -l "$data/log" start
export BENCH_DB_PID="$(head -1 "$data/db/postmaster.pid")"
stop() { as "$bin/pg_ctl" -D "$data/db" -m immediate -s stop || true; rm -rf "$data"; }
trap stop EXIT
export DATABASE_URL="postgresql://bench@127.0.0.1:$port/postgres"

if [ "${1:-}" = accord ]; then
  # The real server with everything on, beside its peers.
  shift
  [ -f "$here/../../target/classpath.txt" ] || { echo "Build Accord first: mvn compile"; exit 1; }
  export BENCH_MEMBERS="$BENCH_BUILD/members.tsv"
  set -- --name Accord --adapter accord --host localhost --jvm "-Daccord.members=$BENCH_MEMBERS" \
    --target "'$here/accord.sh'" --setup "'$here/make-rooms.sh'" \
    --count "select count(*) from accord.room_event where type = 'Said'" "$@"
fi
if [ "${1:-}" = limits ]; then bash "$here/peers/limit/limits.sh" "$bin" "$data"; exit; fi
node "$here/bench.mjs" "$@"
