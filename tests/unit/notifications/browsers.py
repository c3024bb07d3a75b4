"""A stage that tells browsers, to test with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import urllib3

from chalicelib.foundation.config import settings
from chalicelib.notifications.push.web import sending
from tests.api import Api
from tests.push_service import CONTACT, Browser, PushService
from tests.unit.world import MEI, made


@contextmanager
def told(**more: str) -> Iterator[None]:
    """A stage that tells browsers."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"PUSH_CONTACT": CONTACT, **more}.items():
            patch.setenv(name, value)
        pool = urllib3.PoolManager(timeout=60, retries=False)  # a busy machine is no silent service
        patch.setattr(sending, "_pool", lambda: pool)
        settings.cache_clear()
        sending.forget_rests()
        yield
    settings.cache_clear()
    sending.forget_rests()


@contextmanager
def a_push_service() -> Iterator[PushService]:
    """A push service that listens, and a stage that may send there."""
    with PushService().listening() as service, told(**service.settings):
        yield service


def subscribed(browser: Browser, who: Api = MEI, **more: Any) -> Any:
    """A browser that is told what is for somebody."""
    return made(who.post("/push-subscriptions", browser.subscription(**more)))
