"""What couriers tell, and what is shown of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.text import prose
from chalicelib.shipping.tracking.rules import News, Status, Tracking


class CourierNews(Schema):
    """What a courier tells of a parcel. `news_id` is its own, and the same if it tells it again."""

    news_id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,100}$")]
    tracking_number: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{4,40}$")]
    code: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    at: Annotated[AwareDatetime, Field(strict=False)]
    place: Annotated[str, prose(100)] = ""


class NewsView(Schema):
    """Something that a courier told of a parcel. `code` is the courier's own word for the status."""

    status: Status
    code: str
    at: datetime
    place: str

    @classmethod
    def of(cls, news: News, /) -> Self:
        """Shape the answer."""
        return cls(status=news.status, code=news.code, at=news.at, place=news.place)


class TrackingView(Schema):
    """Where a parcel is, and all that was told of it, the latest first.

    A courier that isn't followed tells nothing: its parcel stays `pending`.
    """

    courier: str
    tracking_number: str
    service: str | None
    status: Status
    status_at: datetime | None
    possessed_at: datetime | None
    attempted_at: datetime | None
    delivered_at: datetime | None
    events: list[NewsView]

    @classmethod
    def of(cls, found: Tracking, /) -> Self:
        """Shape the answer."""
        track = found.track
        return cls(
            courier=found.courier,
            tracking_number=found.number,
            service=track.lane.service if track else None,
            status=track.status if track else Status.PENDING,
            status_at=track.status_at if track else None,
            possessed_at=track.possessed_at if track else None,
            attempted_at=track.attempted_at if track else None,
            delivered_at=track.delivered_at if track else None,
            events=[NewsView.of(news) for news in found.news],
        )
