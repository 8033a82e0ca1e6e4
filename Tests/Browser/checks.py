"""What must hold on every page, whatever it shows."""
import re

from axe_playwright_python.sync_playwright import Axe

AXE_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
axe = Axe()


def accessible(tally, visitor, what):
    """axe-core finds no violation."""
    violations = axe.run(visitor.page, options=AXE_OPTIONS).response["violations"]
    found = "; ".join(
        f"{one['id']} at {one['nodes'][0]['target']} ({len(one['nodes'])}×): "
        f"{one['nodes'][0]['failureSummary'].splitlines()[-1].strip()}"
        for one in violations)
    tally.check(f"axe {what}", not violations, found)


def well_formed(tally, visitor, what, language):
    """One h1, a title that starts with it or with an error, the language, a skip link, no noise."""
    page = visitor.page
    tally.check(f"one h1 {what}", page.locator("h1").count() == 1, f"{page.locator('h1').count()}")
    tally.check(f"title {what}", len(page.title()) > 5, page.title())
    declared = page.locator("html").get_attribute("lang") or ""
    tally.check(f"language {what}", declared.startswith(language), declared)
    skip = page.locator("a[href^='#']").first
    tally.check(
        f"skip link {what}",
        skip.count() > 0 and page.locator(skip.get_attribute("href") or "#none").count() == 1)
    # A form that is refused answers 422, which Chromium reports as an error of its own.
    noise = [words for words in visitor.noise if "status of 422" not in words]
    tally.check(f"silent console {what}", not noise, "; ".join(noise[:3]))
    visitor.noise.clear()


def reflows(tally, visitor, what):
    """At 320 px nothing needs sideways scrolling (tables scroll inside their own box)."""
    visitor.page.set_viewport_size({"width": 320, "height": 700})
    width = visitor.page.evaluate("document.documentElement.scrollWidth")
    culprit = "" if width <= 320 else visitor.page.evaluate(
        """() => [...document.querySelectorAll('body *')]
             .filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.scroll'))
             .slice(0, 2).map(e => e.outerHTML.slice(0, 120)).join(' | ')""")
    tally.check(f"fits 320 px {what}", width <= 320, f"{width} px: {culprit}")


def name_of(path):
    """A file name for a page's picture."""
    return re.sub(r"[^a-z0-9]+", "-", path.lower().split("?")[0]).strip("-") or "home"
