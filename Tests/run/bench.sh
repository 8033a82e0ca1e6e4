#!/usr/bin/env bash
# Builds release once and measures it beside its yardsticks. Prints ratios, not absolute speeds.
set -euo pipefail
cd "$(dirname "$0")/../.."
Config/debian/install.sh run test bench
swift build -c release --product raccolto
swift build -c release --product BareServer
swift build -c release --product VerifiedSignIns
swift build -c release --product LedgerBench
Tests/run/with-postgres.sh python3 Tests/Bench/run.py
