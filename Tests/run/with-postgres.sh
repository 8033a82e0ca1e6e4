#!/usr/bin/env bash
# Runs a command beside a PostgreSQL cluster of its own, on a unix socket in a temporary folder.
# The command finds it in RACCOLTO_TEST_POSTGRES_URL (any database may be made in it); the cluster
# ends with the command. Usage: with-postgres.sh COMMAND…
# fsync stays on: a test that kills a process must see what a real disk would have kept.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
  echo "PostgreSQL's server is not installed. Consider: Config/debian/install.sh test" >&2
  exit 1
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/raccolto-pg.XXXXXX")
as_owner=()
if [ "$(id -u)" -eq 0 ]; then
  # The server refuses to run as root: Debian's package brings a user for it.
  chown postgres: "$folder"
  as_owner=(setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$folder")
fi

stop() {
  "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

cd "$folder"
"${as_owner[@]}" "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C \
  --no-instructions >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 300
shared_buffers = 256MB
max_wal_size = 2GB
wal_level = minimal
max_wal_senders = 0
log_min_messages = warning
CONF
"${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 start >/dev/null \
  || { cat "$folder/server.log" >&2; exit 1; }
cd "$OLDPWD"

export RACCOLTO_TEST_POSTGRES_URL="postgres://postgres@/postgres?host=$folder"
export RACCOLTO_TEST_POSTGRES_BIN="$bin"
export RACCOLTO_TEST_POSTGRES_LOG="$folder/server.log"
"$@"
