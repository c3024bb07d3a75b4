"""A person's phone, as a test holds it: what is on its screen, and what its browser complains of.

`SCREENS=folder` keeps a picture of each screen that a test looks at: `make screenshots`.
"""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Response, expect

from demo.people import Person

SCREENS = os.environ.get("SCREENS", "")
"""Where pictures are kept; without it none are made."""

HOSTILE = "" if SCREENS else "<img src=x onerror=hit()>\"'&{{7*7}}"
"""What stands in names, titles and messages, so that each screen shows whether it takes text as text."""

PATIENCE = 30_000
"""How long a screen may take, in milliseconds: a function's first call on the engine takes seconds."""

PIXEL = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/150.0.0.0 Mobile Safari/537.36"
)
"""A phone's: clicks and visits of a browser that says it has no window aren't counted."""

_SERIOUS = ("serious", "critical")
_WATCHING = """
  window.hit = () => { window.wasHit = true; };
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
_EXPECTED = re.compile(
    r"Failed to load resource: the server responded with a status of 4\d\d"
    + ("|Applying inline style violates" if SCREENS else "")
)
"""A refusal is told on the screen; that the browser writes it down too is no fault. And Playwright hides the
caret in its pictures by a style of its own, which our policy forbids."""

expect.set_options(timeout=PATIENCE)


def dialog(phone: Phone) -> Locator:
    """The sheet that is open on a phone."""
    return phone.page.get_by_role("dialog")


def said(text: str) -> str:
    """A name, a title or a message as a person of evil intent would write it."""
    return f"{text}{HOSTILE}"


@dataclass
class Phone:
    """One person's browser, which nobody else uses."""

    context: BrowserContext
    page: Page
    api_url: str
    language: str
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def made(
        cls, browser: Browser, api_url: str, person: Person | None, *, language: str, size: tuple[int, int]
    ) -> Self:
        """A phone, signed in as somebody by the browser's own session."""
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=2,
            has_touch=True,
            user_agent=PIXEL,
            locale={"zh": "zh-CN", "en": "en-GB"}[language],
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        context.add_init_script(_WATCHING)
        if person:
            given = {"email": person.email, "password": person.password}
            reply = context.request.post(f"{api_url}/session", data=given)
            assert reply.ok, reply.text()
        phone = cls(context, context.new_page(), api_url, language)
        phone._listen()
        return phone

    def open(self, place: str) -> Self:
        """Go to a place of the client (`/orders`), or to a public page (`shop/mei`, without a slash)."""
        if place.startswith("/"):
            address = f"{self.api_url}/app?lang={self.language}#{place}"
            if urlsplit(self.page.url)._replace(fragment="") == urlsplit(address)._replace(fragment=""):
                self.page.evaluate("place => { location.hash = place; }", place)
            else:
                self.page.goto(address)
        else:
            self.page.goto(f"{self.api_url}/{place}")
        return self

    def titled(self, words: str | re.Pattern[str]) -> Self:
        """Wait for a screen by its title."""
        expect(self.page.get_by_role("heading", level=1, name=words)).to_be_visible()
        return self

    def press(
        self, words: str | re.Pattern[str], *, within: Locator | None = None, exact: bool = True
    ) -> Self:
        """Press the button or the link with these words."""
        place = within or self.page
        button = place.get_by_role("button", name=words, exact=exact)
        button.or_(place.get_by_role("link", name=words, exact=exact)).first.click()
        return self

    def write(self, label: str, text: str, *, within: Locator | None = None) -> Self:
        """Write into the field with this label."""
        (within or self.page).get_by_label(label, exact=True).fill(text)
        return self

    def choose(self, label: str, words: str, *, within: Locator | None = None) -> Self:
        """Choose from the list with this label."""
        (within or self.page).get_by_label(label, exact=True).select_option(label=words)
        return self

    def sees(self, words: str | re.Pattern[str]) -> Self:
        """Wait until these words are on the screen."""
        expect(self.page.get_by_text(words).first).to_be_visible()
        return self

    def looks_well(self, name: str) -> Self:
        """The screen is whole: loaded, in its width, without a shift, axe is content, no text ran."""
        expect(self.page.locator(".skeleton")).to_have_count(0)
        self.page.wait_for_load_state("networkidle")
        assert not self.page.evaluate("window.wasHit"), f"{name}: text ran as a script"
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert self.page.evaluate(wide) <= 0, f"{name} is wider than the screen"
        shifted = self.page.evaluate("[window.shifted, (window.shifted = 0)][0]")  # since the last look
        assert shifted < 0.1, f"{name} shifts by {shifted}"
        assert _faults(self.page) == [], name
        if SCREENS:
            self._picture(name)
        return self

    def _picture(self, name: str) -> None:
        page, folder = self.page, Path(SCREENS)
        _keep(page.screenshot(), folder / f"{name}.webp")
        page.emulate_media(color_scheme="dark")
        _keep(page.screenshot(), folder / f"{name}-dark.webp", shrunk=2)
        page.emulate_media(color_scheme="light")
        size = page.viewport_size
        page.set_viewport_size({"width": 1280, "height": 800})
        _keep(page.screenshot(), folder / f"{name}-wide.webp", shrunk=2)
        page.set_viewport_size(size or {"width": 390, "height": 844})

    def _listen(self) -> None:
        def console(message: ConsoleMessage) -> None:
            if message.type == "error" and not _EXPECTED.match(message.text):
                self.complaints.append(f"console: {message.text} at {self.page.url}")

        def answered(reply: Response) -> None:
            if reply.status >= 500:
                self.complaints.append(f"{reply.status} of {reply.request.method} {reply.url}")

        self.page.on("console", console)
        self.page.on("response", answered)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))


def _faults(page: Page) -> list[str]:
    """What axe-core finds serious or critical, each with the element that it is about.

    It doesn't load the style sheets a second time: it would put them into the page, which the policy forbids.
    """
    found: dict[str, Any] = Axe().run(page, options={"preload": False}).response
    return [
        f"{one['id']}: {node['html'][:200]} ({node.get('failureSummary', '')[:300]})"
        for one in found["violations"]
        if one["impact"] in _SERIOUS
        for node in one["nodes"]
    ]


def _keep(picture: bytes, path: Path, *, shrunk: int = 1) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shot = Image.open(io.BytesIO(picture)).convert("RGB").reduce(shrunk)
    shot.save(path, quality=60, method=6)
