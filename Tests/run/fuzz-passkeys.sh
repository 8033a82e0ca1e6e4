#!/usr/bin/env bash
# Builds the reader of passkeys with libFuzzer and the address sanitizer, and runs it for a bounded time:
# fuzz-passkeys.sh [SECONDS]. Ends with an error when anything crashed, leaked or was read beyond its end.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/corpus"
# An attestation object and an assertion as authenticators write them, for the fuzzer to bend.
python3 - "$work/corpus" <<'PY'
import hashlib, pathlib, sys

corpus = pathlib.Path(sys.argv[1])
x = bytes.fromhex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")
y = bytes.fromhex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
key = bytes.fromhex("a5010203262001215820") + x + bytes.fromhex("225820") + y
site = hashlib.sha256(b"raccolto.example").digest()
head = site + b"\x45" + bytes(4)
data = head + bytes(16) + b"\x00\x10" + b"i" * 16 + key
attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58" + bytes([len(data)]) + data
(corpus / "attestation").write_bytes(b"\x00" + attestation)
said = site + b"\x05" + bytes(4)
signature = bytes.fromhex("3006020101020101")
(corpus / "assertion").write_bytes(b"\x01\x00" + bytes([32, len(said)]) + x + y + said + signature)
PY
# shellcheck disable=SC2046
clang -g -O1 -fsanitize=fuzzer,address -ISources/CFido2/include $(pkg-config --cflags libfido2) \
  Sources/CFido2/*.c Tests/Fuzz/FuzzPasskeys.c -o "$work/fuzz" $(pkg-config --libs libfido2 libcbor)
"$work/fuzz" -max_total_time="$seconds" -max_len=4096 -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 \
  -artifact_prefix="$work/" "$work/corpus"
