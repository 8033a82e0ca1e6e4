#!/usr/bin/env bash
# Only the stories: the Journeys target on both engines. UPDATE=1 rewrites what they expect.
set -euo pipefail
cd "$(dirname "$0")/../.."
Config/debian/install.sh run test
swift build --build-tests
export RACCOLTO_UPDATE_JOURNEYS=${UPDATE:-0}
Tests/run/with-postgres.sh swift test --skip-build --filter Journeys
