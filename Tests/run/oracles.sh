#!/usr/bin/env bash
# Makes the Python environment of the tests (.venv) agree with Tests/Oracles/requirements.txt.
set -euo pipefail
cd "$(dirname "$0")/../.."
list=Tests/Oracles/requirements.txt

if [ ! -x .venv/bin/python ]; then python3 -m venv .venv; fi
if ! cmp -s "$list" .venv/installed.txt; then
  .venv/bin/pip install --quiet --disable-pip-version-check --requirement "$list"
  cp "$list" .venv/installed.txt
fi
