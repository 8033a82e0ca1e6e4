"""Which pages are looked at. Each role starts somewhere; from there every link is followed, and of
pages of one kind (two campaigns, say) a few are looked at. Add here only what no link leads to; what stands
behind a form is in behind.py."""
import re

# Of each kind of page, how many are looked at for each role.
OF_A_KIND_MAX = 2

# Role (None: nobody signed in) → where that role starts, in each language. Who is signed in looks
# only at the desk and at their own profile: the public pages are the visitor's.
STARTS = {
    None: {
        # The campaign that saves cards is looked at in any case.
        "it": ["/it", "/it/campagne", "/it/processi/il-borgo-che-verra", "/it/non-esiste", "/it/campagne/il-furgone-elettrico/sostieni",
               "/it/campagne/il-furgone-elettrico", "/it/accedi/minori"],
        "en": ["/en", "/en/campaigns", "/en/no-such-page"],
    },
    "administrator": {
        "it": [
            "/it/scrivania", "/it/profilo", "/it/profilo/secondo-fattore", "/it/accedi/di-nuovo",
            "/it/profilo/indirizzo", "/it/profilo/adesioni", "/it/accedi/fatto"],
        "en": ["/en/desk"],
    },
    "treasurer": {
        "it": ["/it/scrivania"],
        "en": ["/en/desk"],
    },
    "facilitator": {
        # The process whose phases are under way is looked at in any case.
        "it": [
            "/it/scrivania", "/it/processi/il-borgo-che-verra/proponi",
            "/it/scrivania/processi/il-borgo-che-verra/fasi",
            "/it/scrivania/processi/il-borgo-che-verra/proposte",
            "/it/scrivania/processi/il-borgo-che-verra/assemblee"],
        "en": ["/en/desk"],
    },
    "reviewer": {
        "it": ["/it/scrivania"],
    },
    "auditor": {
        "it": ["/it/scrivania"],
    },
}

# Never followed: what signs out, is a file, is another program's, or is a mail's own HTML.
AVOID = re.compile(
    r"/(esci|sign-out|api|webhooks|assets|metrics|healthz|readyz|problems)\b|\.[a-z0-9]{2,10}$|/html$")


def kind(path):
    """Pages that show the same thing about different objects have the same kind."""
    path = path.split("#")[0].split("?")[0].rstrip("/")
    path = re.sub(r"/[a-z_]+(%3A|:)[^/]+$", "/:account", path)
    path = re.sub(r"/[a-z]{2,4}_[0-9a-z]{8,}", "/:id", path)
    path = re.sub(r"/[0-9A-Z-]{6,}(?=/|$)", "/:reference", path)
    path = re.sub(r"/[a-z2-7]{20,}(?=/|$)", "/:key", path)
    return re.sub(
        r"^(/(?:it|en)(?:/scrivania|/desk)?"
        r"/(?:campagne|campaigns|revisioni|reviews|processi|processes))/[^/]+",
        r"\1/:slug", path)


def desk(path):
    """Whether only who is signed in sees it."""
    return re.match(r"/(it/scrivania|en/desk)\b", path) is not None


def links(page, base, language):
    """The addresses on a page that stay on this site and in this language."""
    found = page.locator("a[href]").evaluate_all("links => links.map(l => l.getAttribute('href'))")
    for href in found:
        path = href.removeprefix(base)
        if path.startswith("/" + language) and not AVOID.search(path):
            yield path.split("#")[0]
