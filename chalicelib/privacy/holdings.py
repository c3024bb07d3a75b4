"""The one table of what is held on people, domain by domain: who adds something adds it here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module

from chalicelib.foundation.personal import Holding

DOMAINS = (
    "accounts",
    "photos",
    "stores",
    "listings",
    "promotions",
    "orders",
    "conversations",
    "reviews",
    "advertising",
    "affiliates",
    "lending",
    "storage",
    "partners",
    "social",
    "payments",
    "notifications",
    "stores.staff",
    "conversations.desk",
    "shipping.bookings",
    "wholesale.suppliers",
    "wholesale.quotes",
    "partners.profiles",
    "partners.briefs",
    "partners.feedback",
    "insights.figures",
    "social.followers",
    "social.weibo",
    "notifications.push",
    "wholesale",
)
"""With rooms of some. In this order they are handed out and forgotten. An archive or a farewell on its way
counts by it: append, and a domain that has something already appends a room.

Forgetting begins with accounts, and each part may be forgotten again.
"""


@cache
def holdings() -> Sequence[Holding]:
    """All of them. Imported when first asked for: no other function needs all domains."""
    rooms = [import_module(f"chalicelib.{domain}.personal") for domain in DOMAINS]
    return [holding for room in rooms for holding in room.HOLDINGS]
