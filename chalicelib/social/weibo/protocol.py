"""What every social channel can be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Consent:
    """That somebody lets us post in her name, until a time."""

    account: str
    """Her id on the channel."""
    token: str = field(repr=False)
    expires_at: datetime = field(kw_only=True)


class SocialChannel(Protocol):
    """A channel as it is asked. Every call raises ChannelUnavailable when nobody answers."""

    def consent_url(self, state: str) -> str:
        """Where somebody says yes; she comes back with a code and this state. No call."""

    def consent(self, code: str, *, app_secret: str, now: datetime) -> Consent:
        """What a code that she came back with is good for, once. Raises ChannelRefused."""

    def publish(self, consent: Consent, *, text: str, picture: bytes | None, address: str) -> str:
        """Post something; answers the post's id. Raises ChannelRefused, ChannelNotConnected.

        `address` is the IP address from which she asked for it.
        """

    def find(self, consent: Consent, *, marker: str) -> str | None:
        """The id of her post whose text has this in it, if it is among the latest. As `publish`."""
