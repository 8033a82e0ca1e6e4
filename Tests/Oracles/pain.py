"""Reads a pain.001 on standard input: valid by the ISO schema, and taken by a bank that pays it.

Prints what others find in it: the number of transfers, their sum in cents, and how the bank answers
for each end-to-end id. The payer's account is known to the bank and full.
"""
import decimal
import importlib.resources
import json
import pathlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree as ElementTree

import xmlschema

document = sys.stdin.buffer.read()
schemas = importlib.resources.files("sepaxml") / "schemas"
schema = xmlschema.XMLSchema(str(schemas / "pain.001.001.09.xsd"))
schema.validate(document.decode())
space = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}
tree = ElementTree.fromstring(document)
amounts = [decimal.Decimal(node.text) for node in tree.iterfind(".//p:InstdAmt", space)]
payer = tree.findtext(".//p:DbtrAcct/p:Id/p:IBAN", namespaces=space)

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
program = pathlib.Path(sys.executable).parent / "mock-bank"
bank = subprocess.Popen(
    [program, "--port", str(port), "-q"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def call(path, body=None, kind="application/json"):
    """One request; the bank may still be starting."""
    data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", data, {"Content-Type": kind},
        method="GET" if body is None else "POST")
    for _ in range(100):
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return f"{error.code} {error.read().decode()}"
        except urllib.error.URLError:
            time.sleep(0.1)
    raise SystemExit("the bank does not answer")


try:
    call("/_mock/accounts", {"id": "ours", "iban": payer, "name": "Raccolto APS", "currency": "EUR"})
    call("/_mock/credits", {
        "account": "ours", "amount": 10_000_000, "debtor": {"name": "Bruno"}, "note": "start"})
    answer = call("/payments", document, "application/xml")
    call("/_mock/advance?days=5", b"")
    mailbox = json.loads(call("/_mock/mailbox"))
finally:
    # Not terminate: a test runner may have its children ignore polite signals.
    bank.kill()
    bank.wait()

statement = "".join(
    message["body"] for message in mailbox if message["type"].startswith("camt.053"))
print(json.dumps({
    "transfers": len(amounts),
    "cents": int(sum(amounts) * 100),
    "status": json.loads(answer)["status"],
    "findings": json.loads(answer)["findings"],
    "booked": [node.text for node in tree.iterfind(".//p:EndToEndId", space)
               if node.text in statement],
}))
