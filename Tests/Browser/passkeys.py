"""Passkeys in Chromium, with the virtual authenticator of its DevTools: added from the profile, used to
sign in and to prove it, taken away. With script off the pages say why they offer nothing.

Its own server: passkeys are for a name, so this one is `localhost`.
"""
import sqlite3

import checks
from raccolto import Server, psql
from visitor import Visitor

ADDRESS = "/it/profilo/passkey"


class Holder(Visitor):
    """A visitor whose browser has an authenticator that recognises them at once."""

    def __init__(self, browser, base, **more):
        super().__init__(browser, base, **more)
        self.devtools = self.context.new_cdp_session(self.page)
        self.devtools.send("WebAuthn.enable")
        self.device = self.devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
            "hasUserVerification": True, "isUserVerified": True,
            "automaticPresenceSimulation": True}})["authenticatorId"]

    def credentials(self):
        answer = self.devtools.send("WebAuthn.getCredentials", {"authenticatorId": self.device})
        return answer["credentials"]

    def recognised(self, whether):
        self.devtools.send("WebAuthn.setUserVerified", {
            "authenticatorId": self.device, "isUserVerified": whether})

    def press_and_wait(self, words, path):
        self.press(words)
        self.page.wait_for_url(f"**{path}")


def add(holder, base, link, look):
    holder.go(link)
    holder.send()
    holder.go(ADDRESS)
    look(holder, "no passkeys yet")
    holder.press("Aggiungi una passkey")
    look(holder, "a new passkey")
    holder.type("nome", "La mia chiavetta")
    holder.press_and_wait("Crea la passkey", ADDRESS)
    # The address is there before its page is.
    holder.page.get_by_text("Passkey aggiunta.").first.wait_for()
    assert "La mia chiavetta" in holder.text, holder.text
    look(holder, "one passkey")
    made = holder.credentials()
    assert len(made) == 1 and made[0]["isResidentCredential"] and made[0]["rpId"] == "localhost", made


def add_twice(holder):
    """The browser itself knows that this device has one here."""
    holder.press("Aggiungi una passkey")
    if "Conferma" in holder.h1:
        holder.press("Usa la passkey")
        holder.page.get_by_role("button", name="Crea la passkey").wait_for()
    holder.press("Crea la passkey")
    holder.page.get_by_text("Il dispositivo non ha risposto").wait_for()
    assert len(holder.credentials()) == 1


def come_in(holder, look):
    holder.go("/it/profilo")
    holder.press("Esci")
    holder.go("/it/accedi?torna=/it/profilo")
    look(holder, "ways to sign in, passkeys too")
    holder.recognised(False)
    holder.press("Entra con una passkey")
    holder.page.get_by_text("Il dispositivo non ha risposto").wait_for()
    look(holder, "a device that recognises nobody")
    holder.recognised(True)
    holder.press_and_wait("Usa la passkey", "/it/profilo")
    assert "La mia chiavetta" not in holder.text and "una" in holder.text, holder.text
    holder.go("/api/v1/me")
    assert '"email"' in holder.page.content(), holder.page.content()


def prove(holder, database_forgets, look):
    """Ten minutes later, before it is taken away: the page asks for it once more."""
    database_forgets()
    holder.go(ADDRESS)
    holder.press("La mia chiavetta")
    look(holder, "one passkey's page")
    holder.press("Togli la passkey")
    assert "Conferma che sei tu" in holder.h1, holder.h1
    # The page that asks answers 403, which Chromium reports as an error of its own.
    holder.noise.clear()
    look(holder, "confirm by passkey")
    holder.press_and_wait("Usa la passkey", ADDRESS)
    assert "Passkey tolta." in holder.text, holder.text


def gone(holder):
    holder.go("/it/profilo")
    holder.press("Esci")
    holder.go("/it/accedi?torna=/it/profilo")
    holder.press("Entra con una passkey")
    holder.page.get_by_text("La passkey non è stata accettata").wait_for()
    assert holder.go("/api/v1/me") == 401


def without_script(tally, browser, server):
    visitor = Visitor(browser, server.base, script=False)
    visitor.go("/it/accedi")
    assert visitor.page.get_by_text("servono JavaScript").is_visible()
    assert not visitor.page.get_by_role("button", name="Entra con una passkey").is_visible()
    checks.well_formed(tally, visitor, "passkeys without script", "it")
    visitor.close()


def play(tally, browser, engine):
    with Server(engine, host="localhost") as running:
        link = running.sign_in_links()["administrator"]
        holder = Holder(browser, running.base)

        def look(visitor, what):
            checks.accessible(tally, visitor, f"passkeys: {what}")
            checks.well_formed(tally, visitor, f"passkeys: {what}", "it")

        with tally.step(f"passkeys on {engine}: added from the profile"):
            add(holder, running.base, link, look)
        with tally.step(f"passkeys on {engine}: not twice on one device"):
            add_twice(holder)
        with tally.step(f"passkeys on {engine}: sign in"):
            come_in(holder, look)
        with tally.step(f"passkeys on {engine}: proof once more, and taken away"):
            prove(holder, lambda: forget_proof(running), look)
        with tally.step(f"passkeys on {engine}: what was taken away opens nothing"):
            gone(holder)
        with tally.step(f"passkeys on {engine}: script off"):
            without_script(tally, browser, running)
        holder.close()


def forget_proof(running):
    """As if ten minutes had passed."""
    statement = "UPDATE session SET proved_at = NULL"
    if running.engine == "postgres":
        psql(statement, running.database)
    else:
        with sqlite3.connect(running.database.removeprefix("sqlite:"), timeout=30) as database:
            database.execute(statement)
