"""The ledger's figures: postings against pgbench, one campaign against a hundred, verification.

Each takes the module run.py, whose tools and sizes it uses."""
import json
import re
import statistics
import time
from pathlib import Path

import requests_made
from raccolto import TOP, Server, psql

POSTINGS_OF_AN_ENTRY = 3
CAMPAIGNS = 100
HOT_ROW_MIN = 0.8


def tool(bench, *arguments):
    """Runs LedgerBench; answers its postings a second."""
    command = [TOP / ".build" / bench.BUILD / "LedgerBench", *arguments]
    return json.loads(bench.answered(command))["per_second"]


def postings(bench):
    """Entries of three postings, each in its own transaction, against the same statements."""
    import derive
    with Server("postgres", **bench.SERVED) as server:
        requests_made.seed(server)
        started = iter(range(1_000_000, 10**12, 1_000_000))

        def post(count, writers):
            return tool(bench, server.database, count, writers, 1, next(started))

        script = derive.for_pgbench(
            bench.statements(server, "journal_entry", lambda: post(1, 1)))
        bench.compare(
            "postings in the ledger / pgbench", 0.6,
            lambda: post(bench.WRITES, bench.WRITERS),
            lambda: bench.pgbench(script, server.database) * POSTINGS_OF_AN_ENTRY)
        # What a job does with a pile of captures: many entries in a transaction.
        batched = tool(bench, server.database, bench.WRITES * 10, 1, 50, next(started))
        bench.row("postings a second, 50 entries a transaction", f"{batched:.0f}", "shown", True)


def seed_many(server):
    """Copies of the campaign, each with an address and a budget of its own."""
    now = str(int(time.time() * 1000))
    text = (Path(__file__).parent / "campaign.sql").read_text().replace("{now}", now)
    made = [text]
    campaign = text[text.index("INSERT INTO campaign"):]
    for number in range(1, CAMPAIGNS):
        copy = re.sub(r"(cmp|bgl)_01kajh0000000000000000000a", rf"\1_01kajh00000000000000000{number:03d}",
                      campaign)
        made.append(copy.replace("pane-e-liberta", f"pane-e-liberta-{number}"))
    if server.engine == "postgres":
        psql("".join(made), server.database)
    else:
        import sqlite3
        with sqlite3.connect(server.database.removeprefix("sqlite:"), timeout=30) as database:
            database.executescript("".join(made))


def burst(bench, engine):
    """A burst of pledges for one campaign, and the same burst spread over a hundred."""
    with Server(engine, **bench.SERVED) as server:
        seed_many(server)
        form, server.cookie = requests_made.page(server, f"{requests_made.CAMPAIGN}/sostieni")
        server.csrf = requests_made.hidden(form, "csrf")

        def run(campaigns):
            made = requests_made.pledges(server, bench.BURST)
            if campaigns > 1:
                made = [spread(one, at % campaigns) for at, one in enumerate(made)]
            return bench.http(server.port, bench.WRITERS, bench.BURST, made, {303})

        pairs = [(run(1), run(CAMPAIGNS)) for _ in range(bench.PAIRS)]
        ratio = statistics.median(one / many for one, many in pairs)
        bench.row(
            f"{bench.BURST} pledges, 1 campaign / 100 ({engine})", f"{ratio:.2f}",
            f"≥ {HOT_ROW_MIN}", ratio >= HOT_ROW_MIN,
            "  ".join(f"{one:.0f}/{many:.0f}" for one, many in pairs))


def spread(request, number):
    if number == 0:
        return request
    return request.replace(b"/campagne/pane-e-liberta/", f"/campagne/pane-e-liberta-{number}/".encode(), 1)


def verification(bench):
    """`raccolto ledger verify` over a sealed ledger, on both engines."""
    entries = bench.POSTINGS // POSTINGS_OF_AN_ENTRY
    for engine in ("sqlite", "postgres"):
        with Server(engine, **bench.SERVED) as server:
            requests_made.seed(server)
            tool(bench, server.database, entries, 2, 200, 1, "seal")
            start = time.monotonic()
            done = json.loads(server.run("ledger", "verify", "--json"))
            seconds = time.monotonic() - start
            fine = done["clean"] and done["unsealed"] == 0 and done["entries"] == entries
            bench.row(
                f"postings verified a second, {done['postings']} ({engine})",
                f"{done['postings'] / seconds:.0f}", "shown", fine,
                f"{seconds:.1f} s, {done['blocks']} blocks")
