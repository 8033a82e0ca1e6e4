#!/usr/bin/env bash
# Everything that must hold, in order of cost: form, build, Swift tests on both engines, browser.
# A failing step does not hide the later ones, except that nothing runs when the build fails.
set -uo pipefail
cd "$(dirname "$0")/../.."
sources=(Package.swift Config Jobs Sources Tests)

if [ "${1:-}" != beside-postgres ]; then
  Config/debian/install.sh run test || exit 1
  Tests/run/oracles.sh || exit 1
  exec Tests/run/with-postgres.sh "$0" beside-postgres
fi

failed=()
why=()
log=$(mktemp)
trap 'rm -f "$log"' EXIT
step() {
  local name=$1
  shift
  echo "== $name"
  local start=$SECONDS
  if ! "$@" </dev/null 2>&1 | tee "$log"; then
    failed+=("$name")
    # Said again at the end, where it is read: which test failed and why, or the last words.
    why+=("$(grep -aE -A3 '✘|error:|^FAIL|Fatal' "$log" | tail -60 || tail -20 "$log")")
  fi
  echo "== $name: $((SECONDS - start)) s"
}

step "format" swift format lint --strict --recursive --parallel "${sources[@]}"
step "build" swift build --build-tests
if [ ${#failed[@]} -gt 0 ] && [ "${failed[-1]}" = build ]; then exit 1; fi
# The journeys start servers, kill them and crowd them: alone, so that nobody's clock suffers.
step "swift test" swift test --skip-build --skip Journeys
step "journeys" swift test --skip-build --filter Journeys --no-parallel
step "fuzz: votes" Tests/run/fuzz-votes.sh 15 quick
step "fuzz: answers" Tests/run/fuzz-answers.sh 30
step "fuzz: passkeys" Tests/run/fuzz-passkeys.sh 10
step "browser" .venv/bin/python Tests/Browser/run.py

if [ ${#failed[@]} -gt 0 ]; then
  printf '%s\n' "${why[@]}" "Failed: ${failed[*]}" >&2
  exit 1
fi
