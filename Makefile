# The commands people type. `make run` and `make test` need nothing but Swift; the rest builds on them.
PORT ?= 8080
DATA ?= data
EXECUTABLE := .build/debug/raccolto
DEMO := RACCOLTO_MODE=demo RACCOLTO_PORT=$(PORT) RACCOLTO_DATA=$(DATA)
SWIFT_SOURCES := Package.swift Config Jobs Sources Tests

.PHONY: build run demo test journeys bench simulate fuzz format doctor schema

# Installs what is missing, builds, fills an empty DATA folder with demo data, serves on PORT.
run: build
	@mkdir -p $(DATA)
	$(DEMO) $(EXECUTABLE) serve

build:
	@Config/debian/install.sh run
	swift build --product raccolto

# The demo data alone, in DATA.
demo: build
	@mkdir -p $(DATA)
	$(DEMO) $(EXECUTABLE) demo

# Everything, on both engines, with a PostgreSQL of its own. `.ci/run` is this.
test:
	@Tests/run/test.sh

# Only the stories in Tests/Journeys; UPDATE=1 rewrites what they expect, for review in a diff.
journeys:
	@Tests/run/journeys.sh

# Lives of campaigns under seeds, every invariant after every step: SEEDS=1-1000.
simulate:
	@SEEDS=$(SEEDS) Tests/run/simulate.sh

# Ratios against pgbench, raw SQLite and a bare server, from one run.
bench:
	@Tests/run/bench.sh

# The readers of what strangers send, ballot files, SPID answers and passkeys, under libFuzzer for SECONDS each.
fuzz:
	@Tests/run/fuzz-votes.sh $(or $(SECONDS),60)
	@Tests/run/fuzz-answers.sh $(or $(SECONDS),60)
	@Tests/run/fuzz-passkeys.sh $(or $(SECONDS),60)

format:
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

# What is wrong with this installation, and what to do.
doctor: build
	$(DEMO) $(EXECUTABLE) doctor

# Writes the committed schema of each engine anew from the migrations.
schema:
	@Tests/run/schema.sh
