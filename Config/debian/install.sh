#!/usr/bin/env bash
# Installs the Debian packages of the named lists that are missing, and does nothing when none is.
# Usage: install.sh run [test] [bench]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

if ! command -v swift >/dev/null; then
  echo "Swift 6.2 or later is needed and 'swift' is not in PATH. See https://www.swift.org/install/linux/" >&2
  exit 1
fi

wanted=()
for list in "$@"; do
  while read -r package; do wanted+=("$package"); done < <(grep -v '^#' "$here/$list.txt")
done

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "These Debian packages are missing, and neither root nor sudo is at hand: ${missing[*]}" >&2
    echo "Ask an administrator to run: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

echo "Installing: ${missing[*]}" >&2
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
"${apt[@]}" update >/dev/null
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2
