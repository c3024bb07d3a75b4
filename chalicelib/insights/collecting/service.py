"""Hearing of what people do: it answers at once, and is counted later.

What comes is put on the queue with a pseudonym in the place of whoever did it: an address is in no message
and no table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self
from urllib.parse import urlsplit

from chalicelib.foundation import ids, queues
from chalicelib.foundation.errors import Busy
from chalicelib.foundation.observability import correlation_id, log
from chalicelib.foundation.queues import Message
from chalicelib.insights.collecting import models, rules
from chalicelib.insights.events import Kind, Seen, Source, VisitsSeen

QUEUE = "insights"


@dataclass(frozen=True, slots=True)
class Looker:
    """Whoever looks, as far as her browser tells."""

    address: str
    agent: str
    referrer: str
    own_host: str
    country: str
    private: bool
    """She wants not to be followed (Global Privacy Control)."""

    @classmethod
    def of(cls, headers: Mapping[str, str], *, address: str, home: str, referrer: str | None = None) -> Self:
        """Of what a request to our address `home` tells; an app says itself what led to it."""
        return cls(
            address=address,
            agent=headers.get("user-agent", ""),
            referrer=headers.get("referer", "") if referrer is None else referrer,
            own_host=urlsplit(home).hostname or "",
            country=headers.get("cloudfront-viewer-country", ""),
            private=headers.get("sec-gpc") == "1",
        )

    @property
    def site(self) -> str:
        """The other site that led here, or nothing."""
        return rules.host_of(self.referrer, own=self.own_host)

    @property
    def from_outside(self) -> bool:
        """Does no page of ours lead here?"""
        return not self.referrer or bool(self.site)


@dataclass(frozen=True, slots=True)
class Came:
    """What an address says of the way by which one came: a short link's code, an ad."""

    link: str | None = None
    ad: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """Something that an app's user did, so many seconds ago."""

    kind: Kind
    seconds_ago: int
    listing_id: str | None
    arrived: bool
    checkout_id: str | None


def note_page(store_id: str, listing_id: str | None, looker: Looker, came: Came, *, now: datetime) -> None:
    """Note that a page was served: a visit begins where no page of ours led to it. 1 message.

    A page is shown whether it is counted or not, so this never raises.
    """
    kind: Kind = "listing" if listing_id else "view"
    seen = Seen(kind=kind, at=now, listing_id=listing_id, arrived=looker.from_outside)
    try:
        _tell(_event(store_id, None, looker, came, (seen,), event_id=ids.new("evt"), now=now), must=False)
    except Exception:
        log.exception("a page's view isn't counted")


def collect(
    store_id: str,
    batch_id: str,
    *,
    visitor: str | None,
    looker: Looker,
    came: Came,
    done: Sequence[Done],
    now: datetime,
) -> None:
    """Take a batch of what an app's user did in a store. 1 message; the same one for the same batch.

    `visitor` is a random id that she agreed to be known by. Raises Busy.
    """
    seen = tuple(
        Seen(
            kind=one.kind,
            at=now - timedelta(seconds=one.seconds_ago),
            listing_id=one.listing_id,
            arrived=one.arrived,
            checkout_id=one.checkout_id,
        )
        for one in done
    )
    known = None if looker.private else visitor
    event_id = ids.derived("evt", store_id, batch_id)
    _tell(_event(store_id, known, looker, came, seen, event_id=event_id, now=now), must=True)


def _event(
    store_id: str,
    visitor: str | None,
    looker: Looker,
    came: Came,
    seen: tuple[Seen, ...],
    *,
    event_id: str,
    now: datetime,
) -> VisitsSeen:
    agent = looker.agent[: rules.LONGEST_AGENT]
    salt = b"" if visitor else models.salt_of(now)
    return VisitsSeen(
        event_id=event_id,
        at=now,
        store_id=store_id,
        visitor=rules.pseudonym(store_id, visitor, address=looker.address, agent=agent, salt=salt),
        country=rules.country_of(looker.country),
        source=Source(link=came.link, ad=came.ad, referrer=looker.site, agent=agent),
        seen=seen,
    )


def _tell(event: VisitsSeen, *, must: bool) -> None:
    message = Message(event.event_id, event.kind(), event.model_dump_json(), correlation_id())
    if event.event_id not in queues.send(QUEUE, [message]) and must:
        raise Busy
