"""Counting beside pabutools on the largest real file at hand, and how it grows with voters.

pabutools' seconds leave reading the file out, and so do ours where they are compared.
"""
import json
import os
import random
import subprocess
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
RACCOLTO = TOP / ".build" / "release" / "raccolto"
PABULIB = Path(os.environ.get("RACCOLTO_TEST_PABULIB", TOP / ".." / "shared" / "data" / "pabulib"))
LARGEST = PABULIB / "Poland_Warszawa_2020_Ursynow.pb"
# pabutools needs some four minutes for the raised share: once is enough.
RULES = ("greedy", "equal-shares", "equal-shares-add1-exhaustive")
TRIES = 5


def recount(path, rule, *more):
    """What our command says, and its own seconds of reading and counting; the best of some tries."""
    best = None
    for _ in range(TRIES):
        start = time.monotonic()
        done = subprocess.run(
            [RACCOLTO, "recount", path, "--rule", rule, "--json", "--timing", *more],
            capture_output=True, text=True, check=True)
        whole = time.monotonic() - start
        took = json.loads(done.stderr.splitlines()[-1])
        if best is None or whole < best["whole"]:
            best = {**took, "whole": whole, "outcome": json.loads(done.stdout)}
    return best


def theirs(path):
    script = TOP / "Tests" / "Oracles" / "pabutools_count.py"
    done = subprocess.run(
        [TOP / ".venv" / "bin" / "python", script, *RULES], input=json.dumps([path.read_text()]),
        capture_output=True, text=True, check=True)
    return json.loads(done.stdout)[0]


def made_up(folder, voters, projects=197, longest=10):
    """An election of so many approval ballots, some projects far more wanted than others."""
    chance = random.Random(voters)
    wanted = [1 / (place + 3) for place in range(projects)]
    costs = [chance.randrange(5, 400) * 1000 for _ in range(projects)]
    path = folder / f"{voters}.pb"
    with open(path, "w", encoding="utf-8") as file:
        file.write("META\nkey;value\ndescription;Banco di prova\ncountry;Italia\nunit;Città\ninstance;2026\n")
        file.write(f"num_projects;{projects}\nnum_votes;{voters}\nbudget;{sum(costs) // 4}\n")
        file.write("vote_type;approval\nrule;greedy\ndate_begin;2026\ndate_end;2026\ncurrency;EUR\n")
        file.write("PROJECTS\nproject_id;cost;name\n")
        for place, cost in enumerate(costs):
            file.write(f"{place + 1};{cost};Progetto {place + 1}\n")
        file.write("VOTES\nvoter_id;vote;age;sex;voting_method\n")
        for voter in range(voters):
            choices = set(chance.choices(range(1, projects + 1), wanted, k=chance.randint(1, longest)))
            file.write(f"{voter};{','.join(map(str, choices))};{chance.randint(16, 90)};F;internet\n")
    return path


def measure(row):
    """`row(what, value, limit, is it fine, detail)` prints one line of the bench."""
    if LARGEST.exists():
        yardstick = theirs(LARGEST)
        for rule in RULES:
            more = () if rule.startswith("equal-shares") else ("--fund-unsupported",)
            ours = recount(LARGEST, rule, *more)
            same = ours["outcome"]["selected"] == yardstick[rule]["selected"]
            ratio = yardstick[rule]["seconds"] / max(ours["count"], 1e-6)
            row(f"{rule}: pabutools / ours", f"{ratio:.0f}", ">= 100", same and ratio >= 100,
                f"{yardstick[rule]['seconds']:.3f} s / {ours['count']:.4f} s, "
                + ("same outcome" if same else "ANOTHER OUTCOME"))
    with tempfile.TemporaryDirectory() as folder:
        files = {voters: made_up(Path(folder), voters) for voters in (37_500, 75_000, 130_000, 150_000)}
        city = recount(files[130_000], "greedy")
        speed = files[130_000].stat().st_size / 1e6 / city["read"]
        row("reading 130,000 ballots (MB/s)", f"{speed:.1f}", ">= 10", speed >= 10)
        row("greedy over 130,000 ballots, all in (s)", f"{city['whole']:.2f}", "< 1", city["whole"] < 1)
        for rule in ("greedy", "equal-shares", "phragmen"):
            took = {voters: recount(files[voters], rule) for voters in (37_500, 75_000, 150_000)}
            whole = {voters: one["read"] + one["count"] for voters, one in took.items()}
            growth = whole[150_000] / whole[37_500]
            row(f"{rule}: 150,000 voters / 37,500", f"{growth:.1f}", "<= 5", growth <= 5,
                "  ".join(f"{voters}: {seconds:.2f} s" for voters, seconds in whole.items()))
