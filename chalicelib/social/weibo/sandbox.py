"""A channel that takes everything and shows it to nobody: what a stage has that isn't told of an app."""

# ruff: noqa: ARG002 - it looks at little of what it is told
from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlencode

from chalicelib.foundation import ids
from chalicelib.social.weibo.protocol import Consent


class Sandbox:
    """It."""

    def consent_url(self, state: str) -> str:
        """A page that isn't there, with what would come back from it."""
        return f"https://sandbox.invalid/?{urlencode({'code': 'sandbox', 'state': state})}"

    def consent(self, code: str, *, app_secret: str, now: datetime) -> Consent:
        """Everybody consents."""
        return Consent("sandbox", code, expires_at=now + timedelta(days=30))

    def publish(self, consent: Consent, *, text: str, picture: bytes | None, address: str) -> str:
        """Nothing is posted; its id follows from the text."""
        return ids.derived("sandbox", text)

    def find(self, consent: Consent, *, marker: str) -> str | None:
        """Nothing is kept."""
        return None
