"""The screens in Debian's Chromium, against the built executable (part of `make test`).

Environment: RACCOLTO_SCREENSHOTS, where pictures go (default .build/screenshots);
RACCOLTO_BROWSER_ENGINES, `sqlite postgres` unless told.
"""
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "run"))
import behind
import pages
import passkeys
import story
import walk
from playwright.sync_api import sync_playwright
from raccolto import ENGINES, TOP, Server
from tally import Tally
from visitor import Visitor, chromium

# The words that `raccolto serve` prints before each sign-in link.
ROLES = ("administrator", "treasurer", "reviewer", "facilitator", "auditor")


def sign_in(browser, server, role):
    """The session of who uses the role's printed link."""
    links = server.sign_in_links()
    if role not in links:
        raise RuntimeError(f"no sign-in link for {role}: {sorted(links)}")
    visitor = Visitor(browser, server.base)
    visitor.go(links[role])
    visitor.send()
    state = visitor.state()
    visitor.close()
    return state


def suite(tally, browser, engine, script, pictures):
    with Server(engine) as server:
        sessions = {}
        for role in ROLES:
            with tally.step(f"{role} signs in on {engine}"):
                sessions[role] = sign_in(browser, server, role)
        story.play(tally, browser, server, script, sessions)
        if engine == "sqlite" and script:
            for role in pages.STARTS:
                for language in pages.STARTS[role]:
                    state = sessions.get(role)
                    walk.look(tally, browser, server.base, role, language, state, pictures)
            behind.play(tally, browser, server.base, sessions["administrator"], pictures)


def main():
    pictures = Path(os.environ.get("RACCOLTO_SCREENSHOTS", TOP / ".build" / "screenshots"))
    pictures.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    with sync_playwright() as playwright, chromium(playwright) as browser:
        for engine in os.environ.get("RACCOLTO_BROWSER_ENGINES", " ".join(ENGINES)).split():
            for script in (False, True):
                start = time.monotonic()
                what = f"{engine}, script {'on' if script else 'off'}"
                with tally.step(what):
                    suite(tally, browser, engine, script, pictures)
                print(f"{what}: {time.monotonic() - start:.0f} s", flush=True)
            with tally.step(f"passkeys on {engine}"):
                passkeys.play(tally, browser, engine)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
