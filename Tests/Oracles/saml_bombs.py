"""Sends answers and logout requests that are made to exhaust whoever reads them, many at once, to a
running service. Arguments: its address, how many of each. Output: one JSON object with the statuses
of each bomb, the slowest reply in seconds, how many replies began a session, and how many times the
service called the listener that some of the documents ask it to call."""
import base64
import http.client
import json
import socket
import sys
import threading
import time
import urllib.parse
import zlib
from concurrent.futures import ThreadPoolExecutor

TIMEOUT = 60
DSIG = "http://www.w3.org/2000/09/xmldsig#"


def response(inside, before="", attributes=""):
    return (f'{before}<p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" '
            f'InResponseTo="_2" Version="2.0"{attributes}>{inside}</p:Response>').encode()


def bombs(call):
    """Name and document. `call` is an address that counts who asks for it."""
    laughs = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
        f"<!ENTITY a{n} '" + f"&a{n - 1};" * 10 + "'>" for n in range(1, 31)) + "]>"
    yield "entities", response("&a30;", laughs)
    yield "quadratic", response("&a;" * 20_000, f"<!DOCTYPE x [<!ENTITY a '{'a' * 60_000}'>]>")
    yield "parameter entities", response("", "<!DOCTYPE x [<!ENTITY % a '%b;%b;'><!ENTITY % b '%a;'>%a;]>")
    yield "deep", response("<y>" * 20_000 + "</y>" * 20_000)
    yield "deep and never closed", response("<y>" * 60_000)
    yield "wide", response("<y/>" * 40_000)
    yield "attributes", response("<y" + "".join(f" a{n}=''" for n in range(9000)) + "/>")
    yield "a long attribute", response(f'<y a="{"&#65;" * 30_000}"/>')
    yield "namespaces", response("<y" + "".join(f" xmlns:n{n}='urn:{n}'" for n in range(5000)) + "/>")
    yield "namespaces, nested", response(
        "".join(f'<y xmlns:n{n}="urn:{n}">' for n in range(4000)) + "</y>" * 4000)
    yield "signatures", response(f'<d:Signature xmlns:d="{DSIG}"/>' * 2000)
    yield "references", response(
        f'<d:Signature xmlns:d="{DSIG}"><d:SignedInfo>' + "<d:Reference URI='#_1'/>" * 4000
        + "</d:SignedInfo></d:Signature>")
    yield "big", response("a" * 180_000)
    yield "too big", response("a" * 900_000)
    yield "comments", response("<!---->" * 20_000)
    yield "white space", b" " * 190_000
    yield "no XML", b"<" * 180_000
    yield "a document type from elsewhere", response("", f"<!DOCTYPE x SYSTEM '{call}'>")
    yield "an entity from elsewhere", response("&a;", f"<!DOCTYPE x [<!ENTITY a SYSTEM '{call}'>]>")
    yield "an inclusion", response(
        f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{call}"/>')
    yield "a schema from elsewhere", response(
        "", attributes=' xmlns:s="http://www.w3.org/2001/XMLSchema-instance"'
        f' s:schemaLocation="urn:oasis:names:tc:SAML:2.0:protocol {call}"')
    yield "a key from elsewhere", response(
        f'<d:Signature xmlns:d="{DSIG}"><d:SignedInfo><d:Reference URI="{call}"/></d:SignedInfo>'
        f'<d:KeyInfo><d:RetrievalMethod URI="{call}"/></d:KeyInfo></d:Signature>')


def packed(text):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(text) + packer.flush()


def redirects():
    """Name and what the redirect binding carries, packed to a thousandth of its size."""
    yield "2 MB of zeros", packed(bytes(2 << 20))
    yield "2 MB of blanks in XML", packed(response(" " * (2 << 20)))
    yield "400,000 elements", packed(response("<y/>" * 400_000))
    yield "entities, packed", packed(next(bombs(""))[1])
    yield "packed twice", packed(packed(bytes(64 << 20)))
    yield "cut", packed(response("a" * 5000))[:20]
    yield "nothing packed", b""


class Listener:
    def __init__(self):
        self.calls = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}/x"
        threading.Thread(target=self.count, daemon=True).start()

    def count(self):
        while True:
            caller, _ = self.socket.accept()
            self.calls += 1
            caller.close()


class Sender:
    def __init__(self, base):
        parts = urllib.parse.urlsplit(base)
        self.host, self.port = parts.hostname, parts.port
        self.slowest, self.sessions = 0, 0

    def send(self, method, path, body=None):
        started = time.monotonic()
        connection = http.client.HTTPConnection(self.host, self.port, timeout=TIMEOUT)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            connection.request(method, path, body, headers)
            reply = connection.getresponse()
            reply.read()
            cookies = [value for name, value in reply.getheaders() if name.lower() == "set-cookie"]
            self.sessions += any("sessione=" in cookie and "Max-Age=0" not in cookie for cookie in cookies)
            return reply.status
        except OSError as problem:
            # Who sends more than is read may be cut off before the answer is seen.
            return 413 if body and len(body) > 512 * 1024 else f"{problem}"
        finally:
            connection.close()
            self.slowest = max(self.slowest, time.monotonic() - started)


def main(base, times):
    listener, sender, statuses = Listener(), Sender(base), {}

    def at_once(name, *request):
        with ThreadPoolExecutor(times) as many:
            answers = many.map(lambda _: sender.send(*request), range(times))
            statuses[name] = sorted(set(answers), key=str)

    for name, document in bombs(listener.url):
        for path, field in (("/spid/acs", "SAMLResponse"), ("/spid/slo", "SAMLRequest")):
            body = urllib.parse.urlencode({field: base64.b64encode(document)}).encode()
            at_once(f"{name} at {path}", "POST", path, body)
    for name, message in redirects():
        query = urllib.parse.urlencode({"SAMLRequest": base64.b64encode(message)})
        at_once(f"{name} by redirect", "GET", f"/spid/slo?{query}")
    print(json.dumps({"statuses": statuses, "slowest": sender.slowest, "sessions": sender.sessions,
                      "calls": listener.calls}))


main(sys.argv[1], int(sys.argv[2]))
