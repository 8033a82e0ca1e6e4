"""The story a browser plays: from a vote's result to a pledge that the bank statement proves.

Each chapter is one function and one expectation; what a chapter leaves behind for the next ones is
in `Story`. A chapter that fails does not hide those that do not need it.
"""
import datetime
import re
import time

import checks
from visitor import Visitor

WAIT_SECONDS_MAX = 30
# An approved campaign is opened by a job that looks every minute.
OPENING_SECONDS_MAX = 90
VOTE = """project_id;name;summary;votes;cost
Q1;Mensa di quartiere;Una cucina aperta.;120;1200
Q2;Panchine;Sotto i tigli.;80;900
"""
STATEMENT = """Data contabile;Data valuta;Importo;Divisa;Descrizione;Ordinante
{day};{day};37,50;EUR;Bonifico a vostro favore {reference};Giulia Bianchi
"""


class Story:
    def __init__(self, tally, browser, server, script, sessions):
        self.tally = tally
        self.browser = browser
        self.server = server
        self.script = script
        # By role: the cookies of somebody who signed in through the printed link.
        self.sessions = sessions
        self.draft = None
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


def raised(visitor):
    """The cents of the first amount on a campaign's page, which is what was raised."""
    found = re.search(r"([\d.]+)(?:,(\d\d))?[ \u00a0]€", visitor.text)
    return int(found[1].replace(".", "")) * 100 + int(found[2] or 0)


def open_campaign(story):
    """A visitor finds a campaign that takes pledges."""
    visitor = story.somebody()
    if story.campaign:
        visitor.go(story.campaign)
        story.raised_before = raised(visitor)
        visitor.close()
        return
    visitor.go("/it/campagne")
    for path in visitor.campaigns():
        visitor.go(path)
        if visitor.page.locator(f"a[href*='{path}/sostieni']").count():
            story.campaign = path
            story.raised_before = raised(visitor)
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
    if story.script:
        checks.accessible(story.tally, visitor, "story: the provider's page")
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


def bring_a_vote(story):
    """The facilitator imports the result of a vote and certifies the ranking."""
    visitor = story.somebody("facilitator")
    visitor.go("/it/scrivania/processi")
    visitor.page.locator("main a[href$='/scrivania/processi/terre-comuni-2026']").first.click()
    visitor.type("constituency", "quartiere")
    visitor.type("winners", "1")
    visitor.attach("file", "voto.csv", VOTE)
    visitor.press("Importa")
    story.look(visitor, "imported vote")
    visitor.press("Certifica")
    assert "Certificato" in visitor.h1, visitor.h1
    story.look(visitor, "certificate")
    visitor.close()


def make_a_campaign(story):
    """The ranked project becomes a campaign with a budget and a reward."""
    visitor = story.somebody("facilitator")
    visitor.go("/it/scrivania/campagne-nuove")
    visitor.page.get_by_label(re.compile("Mensa di quartiere")).first.check(force=True)
    visitor.send()
    story.draft = visitor.path.split("?")[0]
    story.look(visitor, "set up a campaign")
    visitor.go(story.draft + "/testi")
    visitor.type("riassunto-it", "Una cucina aperta a chi abita qui.")
    visitor.type("storia-it", "Cuciniamo **insieme**, due sere a settimana.")
    visitor.type("luogo", "Pavia")
    story.look(visitor, "texts")
    visitor.send()
    visitor.go(story.draft + "/preventivo")
    visitor.type("voce-it-1", "Cucina")
    visitor.type("minimo-1", "800")
    visitor.type("pieno-1", "1.200,00")
    story.look(visitor, "budget")
    visitor.send()
    visitor.go(story.draft + "/ricompense")
    visitor.type("nome-it", "Una cena per due")
    visitor.type("minimo", "30")
    visitor.type("valore", "20")
    visitor.choose("consegna", "none")
    story.look(visitor, "rewards")
    visitor.send("main form:has([name='nome-it'])")
    visitor.go(story.draft + "/date")
    today = datetime.date.today()
    visitor.type("apre", today.strftime("%d/%m/%Y"))
    visitor.type("chiude", (today + datetime.timedelta(days=40)).strftime("%d/%m/%Y"))
    visitor.choose("regola", "allOrNothing")
    story.look(visitor, "dates")
    visitor.send()
    visitor.go(story.draft)
    visitor.send("main form[action$='/invia']")
    story.look(visitor, "sent to review")
    visitor.close()


def review_it(story):
    """Another person reviews the campaign and publishes it."""
    visitor = story.somebody("reviewer")
    slug = story.draft.rsplit("/", 1)[1]
    visitor.go("/it/scrivania/revisioni/" + slug)
    story.look(visitor, "review")
    visitor.choose("decisione", "approve")
    visitor.send()
    visitor.close()
    everyone = story.somebody()
    deadline = time.monotonic() + OPENING_SECONDS_MAX
    while not everyone.page.locator(f"a[href*='/campagne/{slug}/sostieni']").count():
        assert time.monotonic() < deadline, f"never opened: {everyone.text}"
        time.sleep(1)
        everyone.go("/it/campagne/" + slug)
    story.campaign = "/it/campagne/" + slug
    story.look(everyone, "a new campaign")
    everyone.close()


def import_statement(story):
    """The treasurer imports the bank's statement; the transfer finds its pledge by itself."""
    visitor = story.somebody("treasurer")
    visitor.go("/it/scrivania/estratti")
    story.look(visitor, "statements")
    today = datetime.date.today().strftime("%d/%m/%Y")
    reference = story.reference.replace(" ", "")
    visitor.attach("file", "estratto.csv", STATEMENT.format(day=today, reference=reference))
    visitor.choose("mode", "import")
    visitor.send("main form:has([name=file])")
    story.look(visitor, "imported statement")
    assert "Abbinate da sole: 1. In attesa: 0." in visitor.text, visitor.text
    visitor.go("/it/scrivania")
    story.look(visitor, "today")
    visitor.go("/it/scrivania/registro")
    story.look(visitor, "trial balance")
    visitor.close()


def see_it_raised(story):
    """The public page shows what the ledger holds: both pledges, to the cent."""
    visitor = story.somebody()
    deadline = time.monotonic() + WAIT_SECONDS_MAX
    while True:
        visitor.go(story.campaign)
        if raised(visitor) == story.raised_before + 5850:
            break
        assert time.monotonic() < deadline, f"not 58,50 € more: {visitor.text[:600]}"
        time.sleep(0.5)
    story.look(visitor, "a campaign with money")
    visitor.go(story.campaign + "/registro")
    story.look(visitor, "the public ledger")
    assert "37,50" in visitor.text and "21,00" in visitor.text, visitor.text
    visitor.close()


def ask_provider(story):
    """The way from our sign-in page to the demonstration's identity provider."""
    visitor = story.somebody()
    visitor.go("/it/accedi?torna=/it/profilo")
    story.look(visitor, "ways to sign in")
    visitor.page.locator("main summary").first.click()
    visitor.press("Gestore di prova")
    return visitor


def come_back(story, visitor, path):
    """The provider's answer comes by a form: a script sends it, or its button does."""
    visitor.send()
    if story.script:
        visitor.page.wait_for_url(f"**{path}")
    else:
        story.look(visitor, "an answer on its way")
        visitor.press("Prosegui")


def enter_by_spid(story):
    """A citizen signs in by the demonstration's identity provider."""
    visitor = ask_provider(story)
    story.look(visitor, "the test provider")
    visitor.choose("persona", "BNCGLI85M41A944M")
    come_back(story, visitor, "/it/profilo")
    story.look(visitor, "a profile by SPID")
    assert "Giulia Bianchi" in visitor.text and "SPID, livello 2" in visitor.text, visitor.text
    visitor.close()


def cancel_spid(story):
    """A citizen changes their mind at the provider, and is told so."""
    visitor = ask_provider(story)
    visitor.choose("esito", "nr25")
    come_back(story, visitor, "/spid/acs")
    assert visitor.h1 == "Accesso annullato", visitor.text
    visitor.go("/it/profilo")
    assert visitor.path.startswith("/it/accedi"), visitor.path
    visitor.close()


CHAPTERS = [
    bring_a_vote,
    make_a_campaign,
    review_it,
    open_campaign,
    refuse_mistakes,
    pledge_by_transfer,
    pledge_by_card,
    import_statement,
    see_it_raised,
    pledge_by_keyboard,
    enter_by_spid,
    cancel_spid,
]


def play(tally, browser, server, script, sessions):
    """Every chapter in turn."""
    story = Story(tally, browser, server, script, sessions)
    for chapter in CHAPTERS:
        with tally.step(f"story, {server.engine}, script {'on' if script else 'off'}: {chapter.__doc__}"):
            chapter(story)
