"""The requests that are measured, prepared so that nothing but the server works while measuring."""
import html
import re
import secrets
import urllib.parse
import urllib.request

HOST = "127.0.0.1"


def page(server, path, cookie=None):
    """A page's text, and the cookies that came with it."""
    request = urllib.request.Request(server.base + path, headers={"Cookie": cookie} if cookie else {})
    with urllib.request.urlopen(request) as reply:
        cookies = [value.split(";")[0] for value in reply.headers.get_all("Set-Cookie") or []]
        return reply.read().decode(), "; ".join(cookies)


def hidden(text, name):
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', text)[1])


def prepare(server):
    """Opens the pledge form of the first open campaign, and keeps what every confirmation needs."""
    text, _ = page(server, "/it/campagne")
    for path in dict.fromkeys(re.findall(r'href="(/it/campagne/[a-z0-9-]+)"', text)):
        shown, _ = page(server, path)
        if f"{path}/sostieni" in shown:
            form, server.cookie = page(server, f"{path}/sostieni")
            server.csrf = hidden(form, "csrf")
            server.campaign = path
            return
    raise RuntimeError("no campaign takes pledges")


def campaign_path(server):
    """The page that is compared with a bare server."""
    prepare(server)
    return server.campaign


def pledges(server, count):
    """So many confirmations of a pledge by bank transfer, each with its own form token."""
    path = f"{server.campaign}/sostieni/conferma"
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
    """So many signed webhooks, each with its own event id."""
    raise RuntimeError("the webhook receiver is not there yet")


def on_sqlite(server, script):
    """The derived script with the SQLite database's own ids in place of PostgreSQL's."""
    return script
