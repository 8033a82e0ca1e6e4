"""Recomputes every entry's hash from an exported ledger (CSV on standard input) as Docs/VERIFYING.md
describes it, and adds the postings up. Prints JSON: entries, wrong hashes, sums by account."""
import csv
import hashlib
import io
import json
import struct
import sys


def text(value):
    data = value.encode()
    return b"\x00" if not value else b"\x01" + struct.pack(">I", len(data)) + data


def number(value):
    return struct.pack(">q", int(value))


def canonical(lines):
    first = lines[0]
    data = b"\x01"
    for name in ("entry", "kind", "key", "effective_on"):
        data += text(first[name])
    data += number(first["recorded_at"])
    for name in ("cause_kind", "cause", "actor_kind", "actor", "reverses"):
        data += text(first[name])
    data += number(len(lines))
    for line in lines:
        data += number(line["line"]) + text(line["account"]) + text(line["currency"])
        data += number(line["amount_cents"])
        for name in ("campaign", "pledge", "payment"):
            data += text(line[name])
    return data


entries, sums = {}, {}
for row in csv.DictReader(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")):
    entries.setdefault(row["entry"], []).append(row)
    sums[row["account"]] = sums.get(row["account"], 0) + int(row["amount_cents"])
wrong = [
    entry for entry, lines in entries.items()
    if lines[0]["hash"] and hashlib.sha256(canonical(lines)).hexdigest() != lines[0]["hash"]
]
sealed = sum(1 for lines in entries.values() if lines[0]["hash"])
print(json.dumps({"entries": len(entries), "sealed": sealed, "wrong": wrong, "sums": sums}))
