"""Ratios between Raccolto and its yardsticks, measured in pairs in one run (`make bench`).

Each pair runs ours and the yardstick one after the other, with the same clients on the same machine;
the ratio shown is the median of the pairs. Absolute speeds are shown only to make sense of it.
Names as arguments (`writes ledger burst verification pages`) measure only these.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "run"))
import counting
import derive
import ledger
import requests_made
from raccolto import TOP, Server, free_port, psql

PAIRS = 3
WRITERS = 8
READERS = 16
WRITES = int(os.environ.get("RACCOLTO_BENCH_WRITES", 1500))
PAGES = int(os.environ.get("RACCOLTO_BENCH_PAGES", 10000))
BURST = int(os.environ.get("RACCOLTO_BENCH_BURST", 10000))
POSTINGS = int(os.environ.get("RACCOLTO_BENCH_POSTINGS", 1_000_000))
BUILD = os.environ.get("RACCOLTO_BENCH_BUILD", "release")
MEMORY_MB_MAX = 150
SIGN_IN_SECONDS = os.environ.get("RACCOLTO_BENCH_SIGN_IN_SECONDS", "3")
# Jobs would do their own work beside the request that is measured.
SERVED = {"build": BUILD, "mode": "test", "arguments": ("serve", "--without-jobs")}

tools = Path(tempfile.mkdtemp(prefix="raccolto-bench-"))
below = []


def compile_tools():
    here = TOP / "Tests" / "Bench"
    for name, library in (("httpload", "-lpthread"), ("rawsqlite", "-lsqlite3")):
        subprocess.run(
            ["gcc", "-O2", "-o", tools / name, here / f"{name}.c", library], check=True)


def answered(command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr[-1500:]}")
    return done.stdout


def http(port, connections, count, requests, expected):
    """Answers a second over prepared requests, every one with an expected status."""
    path = tools / "requests.bin"
    path.write_bytes(b"".join(b"%d\n%s" % (len(one), one) for one in requests))
    result = json.loads(answered([tools / "httpload", port, connections, count, path]))
    wrong = {status: n for status, n in result["status"].items() if int(status) not in expected}
    if wrong:
        raise RuntimeError(f"unexpected statuses {wrong} instead of {expected}")
    return result["per_second"]


def pgbench(script, url):
    path = tools / "script.sql"
    path.write_text(script)
    output = answered([
        Path(os.environ["RACCOLTO_TEST_POSTGRES_BIN"]) / "pgbench", "-n", "-M", "prepared",
        "-c", WRITERS, "-j", 2, "-t", max(1, WRITES // WRITERS), "-f", path, url])
    return float(output.split("tps = ")[1].split()[0])


def raw_sqlite(script, database):
    path = tools / "script.txt"
    path.write_text(script)
    output = answered([tools / "rawsqlite", database, WRITES, path])
    return json.loads(output)["per_second"]


def compare(what, limit, ours, yardstick):
    """Measures in turns and prints one row."""
    pairs = [(ours(), yardstick()) for _ in range(PAIRS)]
    ratio = statistics.median(a / b for a, b in pairs)
    row(what, f"{ratio:.2f}", f"≥ {limit}", ratio >= limit,
        "  ".join(f"{a:.0f}/{b:.0f}" for a, b in pairs))


def row(what, value, limit, fine, detail=""):
    if not fine:
        below.append(what)
    print(f"{what:<46} {value:>8}  {limit:<9} {'ok' if fine else 'BELOW':<6} {detail}", flush=True)


def statements(server, table, act):
    """The transactions of the request that `act` makes, as a template; one inserts into the table."""
    psql(f"ALTER DATABASE {server.name} SET log_statement = 'all'")
    renew_connections(server)
    act()
    requests = [logged_while(act), logged_while(act)]
    psql(f"ALTER DATABASE {server.name} RESET log_statement")
    renew_connections(server)
    if not all(any(f"INTO {table} " in step.sql for one in done for step in one) for done in requests):
        raise RuntimeError(f"the log does not show that the request inserts into {table}")
    return derive.template(*requests)


def renew_connections(server):
    psql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{server.name}'")


def logged_while(act):
    log = Path(os.environ["RACCOLTO_TEST_POSTGRES_LOG"])
    start = log.stat().st_size
    act()
    time.sleep(0.5)
    with open(log, encoding="utf-8", errors="replace") as file:
        file.seek(start)
        return derive.logged(file.read())


def writes(name, table, make, expected, templates):
    """Pledges, or webhooks, on both engines."""
    with Server("postgres", **SERVED) as server:
        requests_made.prepare(server)

        def once():
            http(server.port, 1, 1, make(server, 1), expected)

        templates[name] = statements(server, table, once)
        once()
        compare(
            f"{name} through HTTP / pgbench", 0.6,
            lambda: http(server.port, WRITERS, WRITES, make(server, WRITES), expected),
            lambda: pgbench(derive.for_pgbench(templates[name]), server.database))
    with Server("sqlite", **SERVED) as server:
        requests_made.prepare(server)
        script = derive.for_sqlite(templates[name])
        path = server.database.removeprefix("sqlite:")
        compare(
            f"{name} through HTTP / raw SQLite", 0.6,
            lambda: http(server.port, WRITERS, WRITES, make(server, WRITES), expected),
            lambda: raw_sqlite(script, path))


def pages(engine):
    """The campaign page beside a bare server that sends the same bytes; memory before and after."""
    with Server(engine, build=BUILD, mode="demo") as server:
        path = requests_made.campaign_path(server)
        with urllib.request.urlopen(server.base + path) as reply:
            page = reply.read()
        rest = server.memory_mb()
        (tools / "page.html").write_bytes(page)
        port = free_port()
        bare = subprocess.Popen(
            [TOP / ".build" / BUILD / "BareServer", str(port), str(tools / "page.html")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(1)
            request = [f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()]
            compare(
                f"campaign page ({len(page) // 1024} kB, {engine}) / bare server", 0.5,
                lambda: http(server.port, READERS, PAGES, request, {200}),
                lambda: http(port, READERS, PAGES, request, {200}))
        finally:
            bare.terminate()
            bare.wait()
        peak = server.memory_mb(peak=True)
        row(f"memory at rest, {engine} (MB)", f"{rest:.0f}", f"< {MEMORY_MB_MAX}", rest < MEMORY_MB_MAX)
        row(f"memory under load, {engine} (MB)", f"{peak:.0f}", f"< {MEMORY_MB_MAX}",
            peak < MEMORY_MB_MAX)


def sign_ins():
    """Answers of an identity provider: ours with every rule, libxmlsec1 with the signatures alone."""
    folder = tools / "answers"
    folder.mkdir()
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "xmlsec1-openssl"], check=True,
                           capture_output=True, text=True).stdout.split()
    subprocess.run(["gcc", "-O2", "-o", tools / "xmlsecverify", TOP / "Tests/Bench/xmlsecverify.c", *flags],
                   check=True)
    ours = TOP / ".build" / "release" / "VerifiedSignIns"
    compare("verified sign-ins / libxmlsec1", 0.5,
            lambda: float(answered([ours, folder, SIGN_IN_SECONDS])),
            lambda: float(answered([tools / "xmlsecverify", folder, SIGN_IN_SECONDS])))


def main():
    compile_tools()
    print(f"{WRITERS} writers, {READERS} readers, {PAIRS} pairs; ours/yardstick a second\n")
    templates = {}
    bench = sys.modules[__name__]
    wanted = sys.argv[1:]
    for name, step in (
        ("writes", lambda: writes("pledge", "pledge", requests_made.pledges, {303}, templates)),
        ("writes", lambda: writes(
            "webhook", "webhook_event", requests_made.webhooks, {200, 202, 204}, templates)),
        ("sign-ins", sign_ins),
        ("ledger", lambda: ledger.postings(bench)),
        ("burst", lambda: ledger.burst(bench, "postgres")),
        ("burst", lambda: ledger.burst(bench, "sqlite")),
        ("verification", lambda: ledger.verification(bench)),
        ("pages", lambda: pages("sqlite")),
        ("pages", lambda: pages("postgres")),
        ("counting", lambda: counting.measure(row)),
    ):
        if wanted and name not in wanted:
            continue
        try:
            step()
        except Exception as problem:  # one broken measurement does not hide the others
            below.append(str(problem))
            print(f"not measured: {problem}", flush=True)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
