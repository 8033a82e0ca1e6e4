"""Pages that no link leads to: they stand behind a form that an administrator sends, or behind a mail.
They are looked at where they are reached, in light, in dark and at 320 px."""
import re

import checks
from visitor import Visitor

REASON = "Non trova il modulo delle consegne"


def look(tally, visitor, name, pictures, language="it"):
    """The page as it stands: it cannot be asked for again."""
    visitor.noise.clear()
    for scheme, variant in (("light", "desktop"), ("dark", "dark")):
        visitor.page.emulate_media(color_scheme=scheme)
        checks.accessible(tally, visitor, f"{name} ({scheme})")
        visitor.page.screenshot(path=pictures / f"behind-{name}-{variant}.png", full_page=True)
    visitor.page.emulate_media(color_scheme="light")
    checks.well_formed(tally, visitor, name, language)
    checks.reflows(tally, visitor, name)
    visitor.page.screenshot(path=pictures / f"behind-{name}-320.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 900})


def play(tally, browser, base, state, pictures):
    """As the administrator whose session it is; it is over afterwards."""
    admin = Visitor(browser, base, state=state)
    with tally.step("the page that asks for proof"):
        admin.go("/it/scrivania/persone")
        admin.type("name", "Lia Conti")
        admin.type("email", "lia.conti@esempio.it")
        admin.press("Aggiungi")
        person = admin.path
        admin.choose("role", "treasurer")
        admin.choose("where", "platform")
        admin.press("Dai un ruolo")
        tally.check("proof is asked for", "Conferma" in admin.h1 or "sei" in admin.h1, admin.h1)
        look(tally, admin, "proof-needed", pictures)
    with tally.step("a second factor and its recovery codes"):
        admin.go("/it/profilo/secondo-fattore")
        admin.press("Attiva")
        look(tally, admin, "factor-begun", pictures)
        admin.type("codice", admin.page.locator("main p.hint code").last.inner_text())
        admin.press("Conferma")
        tally.check("ten codes", admin.page.locator("main code").count() >= 10, admin.text[:200])
        look(tally, admin, "recovery-codes", pictures)
    with tally.step("an invitation, made and taken up"):
        invitation(tally, browser, admin, base, pictures)
    with tally.step("acting in somebody's place"):
        acting(tally, admin, person, pictures)
    admin.close()


def invitation(tally, browser, admin, base, pictures):
    admin.go("/it/scrivania/persone/inviti")
    admin.type("name", "Nino Ferri")
    admin.type("email", "nino.ferri@esempio.it")
    admin.choose("role", "reviewer")
    admin.choose("where", "platform")
    admin.press("Invita")
    tally.check("invited", "Invito spedito" in admin.text, admin.text[:200])
    look(tally, admin, "invitations", pictures)
    guest = Visitor(browser, base)
    guest.go("/it/demo/posta")
    guest.press("Un invito a lavorare su Raccolto")
    link = re.search(r"/it/invito/[a-z2-7]+", guest.text)
    guest.go(link.group(0))
    look(tally, guest, "invitation", pictures)
    admin.go(link.group(0))
    look(tally, admin, "invitation-not-yours", pictures)
    guest.press("Accetta l’invito")
    tally.check("accepted", "Invito accettato" in guest.text, guest.text[:200])
    status = guest.go(link.group(0))
    tally.check("a used invitation is gone", status == 410, str(status))
    look(tally, guest, "invitation-used", pictures)
    guest.close()


def acting(tally, admin, person, pictures):
    admin.go(person)
    look(tally, admin, "person", pictures)
    admin.type("perche", REASON)
    admin.press("Agisci al suo posto")
    for path, name in (("/it/profilo", "acting-profile"), ("/it", "acting-home")):
        admin.go(path)
        banner = admin.page.locator("aside.acting")
        tally.check(f"banner on {path}", REASON in banner.inner_text(), "")
        look(tally, admin, name, pictures)
    status = admin.go("/it/profilo/secondo-fattore")
    tally.check("factors are not a helper's", status == 403, str(status))
    look(tally, admin, "not-in-place", pictures)
    admin.page.locator("aside.acting button").click()
    admin.page.wait_for_load_state()
    tally.check("back at the person", admin.path == person, admin.path)
