"""What the browser's tests share: Debian's Chromium, and phones of people who are signed in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from demo.people import Person
from tests.browser.phones import Phone
from tests.conftest import Stack

PhoneOf = Callable[..., Phone]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, without a window."""
    program = shutil.which("chromium")
    assert program, "The browser's tests need Debian's chromium: apt-get install chromium"
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@pytest.fixture
def phone_of(chromium: Browser, stack: Stack) -> Iterator[PhoneOf]:
    """Gives somebody a phone, or nobody. When the test is over none has complained."""
    phones: list[Phone] = []

    def give(
        person: Person | None = None, *, language: str = "en", width: int = 390, height: int = 844
    ) -> Phone:
        phone = Phone.made(chromium, stack.api_url, person, language=language, size=(width, height))
        phones.append(phone)
        return phone

    yield give
    complaints = [one for phone in phones for one in phone.complaints]
    for phone in phones:
        phone.context.close()
    assert not complaints, "\n".join(complaints)
