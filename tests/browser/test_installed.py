"""The web client as an app on a phone: without a network, pushed to, and in the hands of a hostile script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Stack
from tests.deployed.watching import until

INJECTED = """() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = 'a script'";
  const words = document.createElement("div");
  words.innerHTML = `<img src=x onerror="window.ran = 'a handler'">
    <a href="javascript:window.ran = 'a link'">x</a>`;
  document.body.append(script, words);
  words.querySelector("a").click();
  return fetch("https://elsewhere.example/").then(() => "sent", () => "refused");
}"""
CONTROLLED = """() => navigator.serviceWorker.controller ? null
  : new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", () => done(null)))"""
KEPT = """async () => {
  const [name] = await caches.keys();
  return (await (await caches.open(name)).keys()).map((one) => one.url);
}"""
SHOWN = """async () => {
  const worker = await navigator.serviceWorker.ready;
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    const [one] = await worker.getNotifications();
    if (one) return { title: one.title, body: one.body, url: one.data.url };
  }
  return null;
}"""


@pytest.fixture
def page(chromium: Browser, stack: Stack) -> Iterator[Page]:
    """The client, whose service worker has taken over."""
    context = chromium.new_context(locale="en-GB", viewport={"width": 390, "height": 844})
    context.grant_permissions(["notifications"], origin=stack.engine.url)
    page = context.new_page()
    page.goto(f"{stack.api_url}/app")
    page.evaluate(CONTROLLED)
    yield page
    context.close()


def pushed(page: Page, stack: Stack, message: dict[str, str]) -> dict[str, Any]:
    """What a phone shows of a push message."""
    browser = page.context.new_cdp_session(page)
    registrations: list[dict[str, Any]] = []
    told = registrations.extend
    browser.on("ServiceWorker.workerRegistrationUpdated", lambda event: told(event["registrations"]))
    browser.send("ServiceWorker.enable")
    until(lambda: page.evaluate("1") and registrations)  # Playwright hands on events while it is asked
    (registration,) = {one["registrationId"] for one in registrations}
    delivery = {"origin": stack.engine.url, "registrationId": registration, "data": json.dumps(message)}

    def delivered() -> Any:
        """What is shown. Chromium may drop a message while its worker starts; a second replaces a first."""
        browser.send("ServiceWorker.deliverPushMessage", delivery)
        return page.evaluate(SHOWN)

    found: dict[str, Any] = until(delivered)
    return found


class TestAnInstalledClient:
    def test_opens_without_a_network(self, page: Page) -> None:
        page.context.set_offline(True)
        page.reload()
        page.locator("#app nav").first.wait_for()
        assert page.evaluate("fetch('robots.txt').then(() => 'kept', () => 'not kept')") == "not kept"

    def test_keeps_its_shell_and_its_files_and_nothing_of_the_api(self, page: Page, stack: Stack) -> None:
        kept = page.evaluate(KEPT)
        site = f"{stack.engine.url}/{stack.deployment.site_bucket}/{stack.deployment.site_digest}/"
        assert [url for url in kept if not url.startswith(site)] == [f"{stack.api_url}/app"]
        assert f"{site}js/main.js" in kept

    def test_shows_what_is_pushed_and_leads_to_pages_of_ours_alone(self, page: Page, stack: Stack) -> None:
        told = pushed(page, stack, {"title": "Paid", "body": "¥29.90", "url": "app#/orders/ord_1"})
        assert told == {"title": "Paid", "body": "¥29.90", "url": f"{stack.api_url}/app#/orders/ord_1"}

    def test_leads_a_forged_push_to_its_own_beginning(self, page: Page, stack: Stack) -> None:
        told = pushed(page, stack, {"title": "Win", "body": "", "url": "https://elsewhere.example/"})
        assert told["url"] == f"{stack.api_url}/app"

    def test_runs_nothing_that_was_slipped_in_and_sends_nothing_elsewhere(self, page: Page) -> None:
        assert page.evaluate(INJECTED) == "refused"
        assert page.evaluate("window.ran ?? 'nothing'") == "nothing"
