"""A person at a browser: goes to pages, fills fields by their labels, presses buttons by their words."""
from contextlib import contextmanager

CHROMIUM = "/usr/bin/chromium"


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

    def fill(self, label, text):
        self.page.get_by_label(label).first.fill(text)

    def tick(self, label):
        self.page.get_by_label(label).first.check()

    def press(self, words):
        """Presses the first button or link that says this."""
        button = self.page.get_by_role("button", name=words)
        (button if button.count() else self.page.get_by_role("link", name=words)).first.click()
        self.page.wait_for_load_state()

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
