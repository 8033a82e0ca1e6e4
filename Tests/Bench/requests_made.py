"""The requests that are measured, prepared so that nothing but the server works while measuring."""
import hashlib
import hmac
import html
import json
import re
import secrets
import sqlite3
import time
import urllib.parse
import urllib.request
from pathlib import Path

from raccolto import psql

HOST = "127.0.0.1"
CAMPAIGN = "/it/campagne/pane-e-liberta"
# What the sandbox signs with unless RACCOLTO_SANDBOX_WEBHOOK_SECRET says otherwise.
SECRET = "demo-sandbox-secret"


def page(server, path, cookie=None):
    """A page's text, and the cookies that came with it."""
    request = urllib.request.Request(server.base + path, headers={"Cookie": cookie} if cookie else {})
    with urllib.request.urlopen(request) as reply:
        cookies = [value.split(";")[0] for value in reply.headers.get_all("Set-Cookie") or []]
        return reply.read().decode(), "; ".join(cookies)


def hidden(text, name):
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', text)[1])


def seed(server):
    """Puts the campaign of campaign.sql into the server's database."""
    now = str(int(time.time() * 1000))
    text = (Path(__file__).parent / "campaign.sql").read_text().replace("{now}", now)
    if server.engine == "postgres":
        psql(text, server.database)
    else:
        with sqlite3.connect(server.database.removeprefix("sqlite:"), timeout=30) as database:
            database.executescript(text)


def prepare(server):
    """Opens the pledge form, and keeps what every confirmation needs."""
    if not hasattr(server, "cookie"):
        seed(server)
        form, server.cookie = page(server, f"{CAMPAIGN}/sostieni")
        server.csrf = hidden(form, "csrf")


def campaign_path(server):
    """The page that is compared with a bare server."""
    seed(server)
    return CAMPAIGN


def pledges(server, count):
    """So many confirmations of a pledge by bank transfer, each with its own form token."""
    path = f"{CAMPAIGN}/sostieni/conferma"
    made = []
    for _ in range(count):
        key = secrets.token_hex(12)
        body = urllib.parse.urlencode({
            "csrf": server.csrf, "chiave": f"misura{key}", "ricompensa": "", "importo": "25,00",
            "nome": "Giulia Bianchi", "email": f"giulia.{key}@example.org",
            "pagamento": "bankTransfer"})
        made.append(
            (f"POST {path} HTTP/1.1\r\nHost: {HOST}:{server.port}\r\nCookie: {server.cookie}\r\n"
             "Content-Type: application/x-www-form-urlencoded\r\n"
             f"Content-Length: {len(body)}\r\n\r\n{body}").encode())
    return made


def webhooks(server, count):
    """So many signed webhooks, each with its own event id, about payments nobody knows."""
    made = []
    for _ in range(count):
        key = secrets.token_hex(12)
        body = json.dumps({
            "id": f"sev_misura{key}", "type": "payment.note",
            "data": {"object": {"id": "sbx_misura"}}})
        when = int(time.time())
        code = hmac.new(SECRET.encode(), f"{when}.{body}".encode(), hashlib.sha256).hexdigest()
        made.append(
            (f"POST /webhooks/sandbox HTTP/1.1\r\nHost: {HOST}:{server.port}\r\n"
             f"Raccolto-Signature: t={when},v1={code}\r\nContent-Type: application/json\r\n"
             f"Content-Length: {len(body)}\r\n\r\n{body}").encode())
    return made
