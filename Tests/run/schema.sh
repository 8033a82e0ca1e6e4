#!/usr/bin/env bash
# Writes the committed schema of each engine anew from the migrations, for review in a diff.
set -euo pipefail
cd "$(dirname "$0")/../.."
Config/debian/install.sh run test
swift build --build-tests
RACCOLTO_UPDATE_SCHEMA=1 Tests/run/with-postgres.sh swift test --skip-build --filter Schema
