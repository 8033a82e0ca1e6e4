#!/usr/bin/env bash
# Fuzzes the reader of `.pb` files with libFuzzer for so many seconds (60): `make fuzz`, SECONDS=600.
# As a step of the tests (`quick`) without optimisation, which would take longer than the fuzzing.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/corpus"
cp Tests/Fixtures/Participation/*.pb Tests/Fixtures/Participation/Counting/*.pb "$folder/corpus/"
cat > "$folder/words" <<'WORDS'
"META"
"PROJECTS"
"VOTES"
"key;value\x0a"
"project_id;cost"
"voter_id;vote"
"points"
"vote_type;cumulative"
"vote_type;ordinal"
"vote_type;scoring"
"vote_type;choose-1"
"num_votes;"
"num_projects;"
"budget;"
"default_score;"
"999999999"
"None"
"\x0d\x0a"
"\x22\x22"
"\xef\xbb\xbf"
WORDS
find Sources/Domain -name '*.swift' > "$folder/sources"
if [ "${2:-}" = quick ]; then how=(-Onone -sanitize=fuzzer); else how=(-O -sanitize=fuzzer,address); fi
swiftc "${how[@]}" -parse-as-library -swift-version 6 -package-name raccolto \
  -enable-upcoming-feature InternalImportsByDefault -module-name Domain \
  @"$folder/sources" Tests/Fuzz/PabulibFuzz.swift -o "$folder/fuzz"
"$folder/fuzz" -max_total_time="${1:-60}" -max_len=8192 -timeout=10 -rss_limit_mb=1024 \
  -dict="$folder/words" -print_final_stats=1 "$folder/corpus"
