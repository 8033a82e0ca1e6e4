"""The story a browser plays: from a vote's result to a pledge that the bank statement proves.

Each chapter is one function and one expectation; what a chapter leaves behind for the next ones is
in `Story`. A chapter that fails does not hide those that do not need it.
"""
import re
import time

import checks
from visitor import Visitor

WAIT_SECONDS_MAX = 30


class Story:
    def __init__(self, tally, browser, server, script, sessions):
        self.tally = tally
        self.browser = browser
        self.server = server
        self.script = script
        # By role: the cookies of somebody who signed in through the printed link.
        self.sessions = sessions
        self.campaign = None
        self.reference = None

    def somebody(self, role=None):
        state = self.sessions[role] if role else None
        return Visitor(self.browser, self.server.base, script=self.script, state=state)

    def look(self, visitor, what):
        """Every page of the story is held to the same conditions, with what was typed on it."""
        if self.script:
            checks.accessible(self.tally, visitor, f"story: {what}")
        checks.well_formed(self.tally, visitor, f"story: {what}", "it")


def open_campaign(story):
    """A visitor finds a campaign that takes pledges."""
    visitor = story.somebody()
    visitor.go("/it/campagne")
    for path in visitor.campaigns():
        visitor.go(path)
        if visitor.page.locator(f"a[href*='{path}/sostieni']").count():
            story.campaign = path
            break
    visitor.close()
    assert story.campaign, "no campaign takes pledges"


def fill_pledge(story, visitor, amount, method):
    """The three pages: amount, details, check. Ends before the button that obliges."""
    visitor.go(f"{story.campaign}/sostieni")
    story.look(visitor, "amount")
    visitor.type("importo", amount)
    visitor.send()
    story.look(visitor, "details")
    visitor.type("nome", "Giulia Bianchi")
    visitor.type("email", "giulia.bianchi@example.org")
    visitor.choose("pagamento", method)
    visitor.send()
    story.look(visitor, "check answers")


def refuse_mistakes(story):
    """A wrong amount is explained, in a summary above and beside the field, and nothing is lost."""
    visitor = story.somebody()
    visitor.go(f"{story.campaign}/sostieni")
    visitor.type("importo", "dodici")
    visitor.send()
    assert visitor.page.locator("[role=alert] a[href='#importo']").count() == 1, visitor.text
    assert visitor.value("importo") == "dodici", visitor.value("importo")
    story.look(visitor, "amount with a mistake")
    visitor.close()


def pledge_by_transfer(story):
    """A donor without an account pledges by bank transfer and gets a reference and a code."""
    visitor = story.somebody()
    fill_pledge(story, visitor, "37,50", "bankTransfer")
    visitor.send()
    found = re.search(r"RF\d\d[ A-Z0-9]{6,}", visitor.text)
    assert found, f"no RF reference: {visitor.text}"
    story.reference = found[0].strip()
    assert visitor.page.locator("main svg").count() >= 1, "no code to scan"
    story.look(visitor, "how to transfer")
    visitor.close()


def pledge_by_card(story):
    """A donor pays by card at the sandbox provider; the webhook books it."""
    visitor = story.somebody()
    fill_pledge(story, visitor, "21,00", "card")
    visitor.send()
    assert "/sandbox" in visitor.path, f"not at the provider: {visitor.path}"
    story.look(visitor, "the provider's page")
    visitor.page.locator("main button, main [type=submit]").first.click()
    visitor.page.wait_for_load_state()
    pledge = visitor.path
    assert "/adesioni/" in pledge, f"not back at the pledge: {pledge}"
    deadline = time.monotonic() + WAIT_SECONDS_MAX
    while not re.search(r"ricevut|confermat", visitor.text, re.I):
        assert time.monotonic() < deadline, f"never booked: {visitor.text}"
        time.sleep(0.3)
        visitor.go(pledge)
    story.look(visitor, "a paid pledge")
    visitor.close()


def pledge_by_keyboard(story):
    """The same pledge with the keyboard alone: Tab, arrows, Space and Enter."""
    visitor = story.somebody()
    visitor.go(f"{story.campaign}/sostieni")
    visitor.tab_to("importo")
    visitor.page.keyboard.press("Control+A")
    visitor.page.keyboard.type("15,00")
    visitor.enter()
    visitor.tab_to("nome")
    visitor.page.keyboard.type("Giulia Bianchi")
    visitor.tab_to("email")
    visitor.page.keyboard.type("giulia.bianchi@example.org")
    visitor.tab_to("pagamento")
    visitor.page.keyboard.press("Space")
    visitor.page.keyboard.press("ArrowDown")
    visitor.tab_to_submit()
    visitor.enter()
    visitor.tab_to_submit()
    visitor.enter()
    assert re.search(r"RF\d\d", visitor.text), visitor.text
    visitor.close()


CHAPTERS = [
    open_campaign,
    refuse_mistakes,
    pledge_by_transfer,
    pledge_by_card,
    pledge_by_keyboard,
]


def play(tally, browser, server, script, sessions):
    """Every chapter in turn."""
    story = Story(tally, browser, server, script, sessions)
    for chapter in CHAPTERS:
        with tally.step(f"story, {server.engine}, script {'on' if script else 'off'}: {chapter.__doc__}"):
            chapter(story)
