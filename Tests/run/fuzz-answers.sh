#!/usr/bin/env bash
# Builds reader and verifier of SAML answers with libFuzzer and the address sanitizer, and runs them
# for a bounded time: fuzz-answers.sh [SECONDS]. Ends with an error when anything crashed, leaked or was believed.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
top=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/corpus"
printf 'module CXMLSec {\n  header "%s"\n  export *\n}\n' \
  "$top/Sources/CXMLSec/include/raccolto_xmlsec.h" >"$work/module.modulemap"
for file in Sources/CXMLSec/*.c; do
  # shellcheck disable=SC2046
  clang -g -O1 -fsanitize=fuzzer-no-link,address -ISources/CXMLSec/include \
    $(pkg-config --cflags xmlsec1-openssl) -c "$file" -o "$work/$(basename "$file" .c).o"
done
flags=(-g -O -wmo -parse-as-library -package-name raccolto -swift-version 6 -sanitize=fuzzer -sanitize=address
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature NonisolatedNonsendingByDefault
  -I "$work" -I Sources/CXML -Xcc -I/usr/include/libxml2)
module() {
  local name=$1
  shift
  swiftc "${flags[@]}" -module-name "$name" -emit-module -emit-module-path "$work/$name.swiftmodule" \
    -c "$@" -o "$work/$name.o"
}
mapfile -t domain < <(find Sources/Domain -name '*.swift')
mapfile -t saml < <(find Sources/SAML -name '*.swift' ! -name ServiceMetadata.swift)
module Domain "${domain[@]}"
module Services Sources/Services/Ports/{SamlGateway,Entropy}.swift
module SAML "${saml[@]}" Tests/Fuzz/NoMetadata.swift
swiftc "${flags[@]}" -module-name Fuzz Tests/Fuzz/FuzzAnswers.swift "$work"/*.o -o "$work/fuzz" \
  $(pkg-config --libs xmlsec1-openssl) -lz
"$work/fuzz" -max_total_time="$seconds" -max_len=65536 -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 \
  -artifact_prefix="$work/" "$work/corpus"
