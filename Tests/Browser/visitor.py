"""A person at a browser: goes to pages, fills fields by their labels, presses buttons by their words."""
from contextlib import contextmanager

CHROMIUM = "/usr/bin/chromium"
TABS_MAX = 80


@contextmanager
def chromium(playwright):
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
    try:
        yield browser
    finally:
        browser.close()


class Visitor:
    """One private window."""

    def __init__(self, browser, base, script=True, language="it", scheme="light", width=1280, state=None):
        self.base = base
        self.context = browser.new_context(
            java_script_enabled=script, color_scheme=scheme, storage_state=state,
            viewport={"width": width, "height": 900},
            locale="it-IT" if language == "it" else "en-GB", reduced_motion="reduce")
        self.context.set_default_timeout(15000)
        self.page = self.context.new_page()
        self.noise = []
        self.page.on("console", lambda message: message.type == "error" and self.noise.append(message.text))
        self.page.on("pageerror", lambda problem: self.noise.append(str(problem)))

    def go(self, path):
        reply = self.page.goto(path if "://" in path else self.base + path)
        return reply.status if reply else 0

    def type(self, field, text):
        """Into the field of that name."""
        self.page.locator(f"main [name='{field}']").first.fill(text)

    def choose(self, field, value):
        """The radio, or the option, with that value."""
        radio = self.page.locator(f"main [name='{field}'][value='{value}']")
        if radio.count():
            # Its label, drawn as a card, lies over it.
            radio.first.check(force=True)
        else:
            self.page.locator(f"main select[name='{field}']").first.select_option(value)

    def attach(self, field, name, text):
        """A file made of that text."""
        self.page.locator(f"main [name='{field}']").first.set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()})

    def value(self, field):
        return self.page.locator(f"main [name='{field}']").first.input_value()

    def send(self, form="main form[method=post]"):
        """Presses the main button of the first form that changes something."""
        self.page.locator(form).first.locator("button:not(.link):not([name])").last.click()
        self.page.wait_for_load_state()

    def press(self, words):
        """Presses the first button or link of the page that says this."""
        button = self.page.locator("main").get_by_role("button", name=words)
        link = self.page.locator("main").get_by_role("link", name=words)
        (button if button.count() else link).first.click()
        self.page.wait_for_load_state()

    def tab_to(self, field):
        """Presses Tab until the field of that name has the focus, as who uses no mouse does."""
        self._tab("document.activeElement.name", lambda name: name == field, field)

    def tab_to_submit(self):
        """Presses Tab until a button that sends the page's form has the focus."""
        self._tab(
            """(e => e.closest('main') && e.tagName === 'BUTTON' && !e.name)
               (document.activeElement)""", bool, "the button")

    def _tab(self, question, answer, what):
        for _ in range(TABS_MAX):
            if answer(self.page.evaluate(question)):
                outline = self.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none", f"{what} does not show its focus"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {what} on {self.path}")

    def enter(self):
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def campaigns(self):
        """The addresses of the campaigns that the page shows."""
        links = self.page.locator("main a[href*='/campagne/']")
        found = links.evaluate_all("links => links.map(l => l.getAttribute('href'))")
        return list(dict.fromkeys(href for href in found if href.count("/") == 3))

    @property
    def path(self):
        return self.page.url.removeprefix(self.base)

    @property
    def h1(self):
        return self.page.locator("h1").first.inner_text()

    @property
    def text(self):
        return self.page.locator("main").inner_text()

    def state(self):
        """The cookies, to open another window with."""
        return self.context.storage_state()

    def close(self):
        self.context.close()
