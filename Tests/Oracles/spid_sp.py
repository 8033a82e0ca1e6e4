"""AgID's conformance tool (spid-sp-test) against a running service.

`prepare FOLDER` makes the tool's own identity provider (key and metadata) in the folder; `play FOLDER BASE PROFILE
BINDING LEVEL` plays everything and prints, as JSON, how many rows each part of the report has and which failed. The
tool may stop early and still end well, so whoever reads this counts the rows.
"""
import json
import os
import subprocess
import sys
from pathlib import Path

IDP = "https://idp-sst.example"
TOOL = Path(sys.executable).parent / "spid_sp_test"
SECONDS_MAX = "240"


def environment(folder):
    return os.environ | {"IDP_ENTITYID": IDP, "IDP_CERT_PATH": str(folder)}


def prepare(folder):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-sha256", "-subj",
         "/C=IT/CN=sst", "-keyout", folder / "private.key", "-out", folder / "public.cert"],
        check=True, capture_output=True)
    done = subprocess.run(
        [TOOL, "--idp-metadata"], env=environment(folder), check=True, capture_output=True, cwd=folder)
    (folder / "idp.xml").write_bytes(done.stdout)


def rows(node, part=""):
    """Every row of the report with the part it is in: metadata, authnrequest or response."""
    if isinstance(node, list):
        for item in node:
            yield from rows(item, part)
    elif isinstance(node, dict) and "result" in node:
        yield part.split("_")[0], node
    elif isinstance(node, dict):
        for name, item in node.items():
            yield from rows(item, name if name.split("_")[0] in PARTS else part)


PARTS = ("metadata", "authnrequest", "response")


def play(folder, base, profile, binding, level):
    report = folder / f"{profile}-{binding}.json"
    login = f"{base}/spid/login?idp=https%3A%2F%2Fidp-sst.example&binding={binding}&level={level}"
    subprocess.run(
        ["timeout", SECONDS_MAX, TOOL, "--metadata-url", f"{base}/spid/metadata", "--authn-url", login, "--profile",
         profile, "--extra", "-tr", "-d", "CRITICAL", "-rf", "json", "-o", report, "-ez"],
        env=environment(folder), capture_output=True, cwd=folder)
    counts = {part: 0 for part in PARTS}
    failed = []
    for part, row in rows(json.loads(report.read_text())):
        counts[part] += 1
        if row["result"] == "failure":
            failed.append(f"{part} {row.get('test_id')}: {str(row.get('test'))[:120]} {str(row.get('value'))[:120]}")
    print(json.dumps({"counts": counts, "failed": failed}))


verb, folder, *rest = sys.argv[1:]
{"prepare": prepare, "play": play}[verb](Path(folder), *rest)
