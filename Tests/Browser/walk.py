"""Looks at every page a role can reach: axe in light and dark, 320 px, headings, pictures."""
import checks
import pages
from visitor import Visitor

PAGES_MAX = 80


def reachable(browser, base, role, language, state):
    """The paths to look at, found by following links from where the role starts."""
    visitor = Visitor(browser, base, language=language, state=state)
    waiting = list(pages.STARTS[role][language])
    seen, kinds, found = set(waiting), {}, []
    while waiting and len(found) < PAGES_MAX:
        path = waiting.pop(0)
        name = pages.kind(path)
        if kinds.get(name, 0) >= pages.OF_A_KIND_MAX:
            continue
        try:
            visitor.go(path)
        except Exception:  # reported when the page is looked at
            found.append(path)
            continue
        kinds[name] = kinds.get(name, 0) + 1
        found.append(path)
        for link in pages.links(visitor.page, base, language):
            if link not in seen and (role is None or pages.desk(link)):
                seen.add(link)
                waiting.append(link)
    visitor.close()
    return found


def look(tally, browser, base, role, language, state, pictures):
    """Every reachable page, in both schemes; pictures of the first of each kind."""
    taken = set()
    paths = reachable(browser, base, role, language, state)
    tally.check(f"{role or 'visitor'} finds pages in {language}", len(paths) > 1, str(paths))
    for scheme in ("light", "dark"):
        visitor = Visitor(browser, base, language=language, scheme=scheme, state=state)
        for path in paths:
            what = f"{path} ({scheme})"
            with tally.step(f"opens {what}"):
                status = visitor.go(path)
                if status >= 500:
                    raise RuntimeError(f"status {status}")
                if status >= 400:
                    visitor.noise.clear()
                checks.accessible(tally, visitor, what)
                first = (scheme, pages.kind(path)) not in taken
                taken.add((scheme, pages.kind(path)))
                if first and language == "it":
                    picture(visitor, pictures, path, "dark" if scheme == "dark" else "desktop")
                if scheme == "light":
                    checks.well_formed(tally, visitor, what, language)
                    checks.reflows(tally, visitor, what)
                    if first and language == "it":
                        picture(visitor, pictures, path, "320")
                    visitor.page.set_viewport_size({"width": 1280, "height": 900})
        visitor.close()


def picture(visitor, folder, path, variant):
    visitor.page.screenshot(path=folder / f"{checks.name_of(path)}-{variant}.png", full_page=True)
