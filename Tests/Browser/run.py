"""The screens in Debian's Chromium, against the built executable (part of `make test`).

Environment: RACCOLTO_SCREENSHOTS, where pictures go (default .build/screenshots);
RACCOLTO_BROWSER_ENGINES, `sqlite postgres` unless told.
"""
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "run"))
import pages
import story
import walk
from playwright.sync_api import sync_playwright
from raccolto import ENGINES, TOP, Server
from tally import Tally
from visitor import Visitor, chromium

# Role → a word of the line that `raccolto serve` prints before its sign-in link.
ROLES = {
    "administrator": ["amministra", "administrator"],
    "treasurer": ["tesorier", "treasurer"],
    "reviewer": ["revisor", "reviewer"],
    "facilitator": ["facilita", "facilitator"],
    "owner": ["referente", "owner"],
}


def sign_in(browser, server, words):
    """A session of the first role whose printed link is described by one of the words."""
    for description, link in server.sign_in_links().items():
        if any(word in description for word in words):
            visitor = Visitor(browser, server.base)
            visitor.go(link)
            if visitor.page.locator("form[method=post] button").count():
                visitor.page.locator("main form[method=post] button").first.click()
            state = visitor.state()
            visitor.close()
            return state
    raise RuntimeError(f"no sign-in link for {words}: {sorted(server.sign_in_links())}")


def suite(tally, browser, engine, pictures):
    with Server(engine) as server:
        sessions = {}
        for role, words in ROLES.items():
            with tally.step(f"{role} signs in"):
                sessions[role] = sign_in(browser, server, words)
        for script in (False, True):
            story.play(tally, browser, server, script, sessions)
        if engine == "sqlite":
            for role in pages.STARTS:
                for language in ("it", "en"):
                    state = sessions.get(role)
                    walk.look(tally, browser, server.base, role, language, state, pictures)


def main():
    pictures = Path(os.environ.get("RACCOLTO_SCREENSHOTS", TOP / ".build" / "screenshots"))
    pictures.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    with sync_playwright() as playwright, chromium(playwright) as browser:
        for engine in os.environ.get("RACCOLTO_BROWSER_ENGINES", " ".join(ENGINES)).split():
            start = time.monotonic()
            with tally.step(f"{engine} runs"):
                suite(tally, browser, engine, pictures)
            print(f"{engine}: {time.monotonic() - start:.0f} s", flush=True)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
