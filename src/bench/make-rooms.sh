#!/usr/bin/env bash
# Makes ROOMS rooms in the database that DATABASE_URL names, and the file of members that the load generator reads.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
project="$here/../.."
exec "${BENCH_JAVA:-java}" -cp "$(cat "$project/target/classpath.txt")" "$here/java/app/accord/bench/MakeRooms.java"
