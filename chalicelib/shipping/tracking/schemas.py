"""What couriers tell, and what is shown of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.foundation.text import line, prose
from chalicelib.shipping.tracking.rules import News, Proof, Status, Tracking


class CourierNews(Schema):
    """What a courier tells of a parcel. `news_id` is its own, and the same if it tells it again."""

    news_id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,100}$")]
    tracking_number: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{4,40}$")]
    code: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    at: Annotated[AwareDatetime, Field(strict=False)]
    place: Annotated[str, prose(100)] = ""
    received_by: Annotated[str, line(60, least=0)] = ""
    """Of a delivery: who took it, as the courier noted her; or where it was put."""
    photo_url: Annotated[str, StringConstraints(pattern=r"^(https://[!-~]{1,480})?$")] = ""
    """Of a delivery: a photo of it, at the courier."""

    def proof(self, at: datetime) -> Proof | None:
        """How it was handed over, if this says so."""
        return Proof(at, self.received_by, self.photo_url) if self.received_by or self.photo_url else None


class ProofView(Schema):
    """How a parcel was handed over, as its courier says; the photo is at the courier."""

    at: datetime
    received_by: str
    photo_url: str | None

    @classmethod
    def of(cls, proof: Proof, /) -> Self:
        """Shape the answer."""
        return cls(at=proof.at, received_by=proof.received_by, photo_url=proof.photo_url or None)


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
    proof: ProofView | None
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
            proof=ProofView.of(track.proof) if track and track.proof else None,
            events=[NewsView.of(news) for news in found.news],
        )
