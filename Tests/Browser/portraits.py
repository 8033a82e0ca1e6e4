"""Takes the README's pictures anew, of a fresh demonstration: `.venv/bin/python Tests/Browser/portraits.py`."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "run"))
from playwright.sync_api import sync_playwright
from raccolto import TOP, Server
from run import sign_in
from visitor import Visitor, chromium

FOLDER = TOP / "Docs" / "screenshots"


def take(visitor, name, height):
    """The upper part of the page that is open."""
    width = visitor.page.viewport_size["width"]
    visitor.page.screenshot(
        path=FOLDER / f"{name}.png", full_page=True,
        clip={"x": 0, "y": 0, "width": width, "height": height})


def public(browser, base):
    visitor = Visitor(browser, base)
    for name, path, height in (
        ("home", "/it", 1180),
        ("campaign", "/it/campagne/job-center", 1180),
        ("ranking", "/it/processi/idee-in-fuga-2020/classifica", 1040),
    ):
        visitor.go(path)
        take(visitor, name, height)
    visitor.close()


def desk(browser, base, treasurer):
    visitor = Visitor(browser, base, state=treasurer)
    visitor.go("/it/scrivania")
    take(visitor, "desk", 1000)
    visitor.go("/it/scrivania/estratti")
    visitor.page.locator("main table a").first.click()
    visitor.page.wait_for_load_state()
    take(visitor, "statement", 900)
    visitor.close()


def pledge(browser, base):
    visitor = Visitor(browser, base, scheme="dark", width=320)
    visitor.go("/it/campagne/job-center/sostieni")
    visitor.type("importo", "25,00")
    visitor.send()
    visitor.type("nome", "Giulia Verdi")
    visitor.type("email", "giulia@example.org")
    visitor.choose("pagamento", "bankTransfer")
    visitor.send()
    take(visitor, "pledge-dark-320", 1150)
    visitor.close()


def main():
    with Server("sqlite") as server, sync_playwright() as playwright:
        with chromium(playwright) as browser:
            public(browser, server.base)
            desk(browser, server.base, sign_in(browser, server, "treasurer"))
            pledge(browser, server.base)


if __name__ == "__main__":
    main()
