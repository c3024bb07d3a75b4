"""What a courier is told of a parcel, and what it tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chalicelib.shipping.couriers.rules import Piece


@dataclass(frozen=True, slots=True)
class Contact:
    """Who sends or gets a parcel, and where she is. In China `region` is a county's or a town's code."""

    name: str
    phone: str
    country: str
    region: str
    region_name: str
    street: str
    postal_code: str = ""
    rural: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A parcel to be carried. `reference` is our id of it; `insured` in minor units of CNY."""

    reference: str
    service: str
    sender: Contact
    recipient: Contact
    piece: Piece
    insured: int
    goods: str
    """What is in it, in a few words."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Something that happened to a parcel, in the courier's own words; as its notices tell it."""

    news_id: str
    code: str
    at: datetime
    place: str
