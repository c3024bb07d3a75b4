"""The token of an ad's link: all that its click will cost and count for, fixed at the auction and sealed.

Whoever follows it can change neither the price nor where it leads.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from pydantic import ValidationError

from chalicelib.advertising.clicks.rules import TOKEN_LIVES
from chalicelib.advertising.errors import AdLinkUnknown
from chalicelib.advertising.events import ClickFacts
from chalicelib.foundation import ids, seals, vault

LONGEST_TERM = 60
"""How much of a search's terms reports tell, in characters."""

_PURPOSE = "click"


def made(
    *,
    campaign_id: str,
    group_id: str,
    owner_id: str,
    store_id: str,
    slug: str,
    listing_id: str,
    keyword: str,
    term: str,
    day: str,
    slot: int,
    price: int,
    currency: str,
    now: datetime,
) -> str:
    """The token of an ad that is shown now. 1 read of the secret in five minutes."""
    facts = ClickFacts(
        click_id=ids.new("clk"),
        campaign_id=campaign_id,
        group_id=group_id,
        owner_id=owner_id,
        store_id=store_id,
        slug=slug,
        listing_id=listing_id,
        keyword=keyword,
        term=term,
        day=day,
        slot=slot,
        price=price,
        currency=currency,
        expires=int((now + TOKEN_LIVES).timestamp()),
    )
    return seals.seal(_PURPOSE, list(facts.model_dump().values()))


def read(token: str) -> ClickFacts:
    """What a token says. Raises AdLinkUnknown when we didn't give it."""
    row = seals.unseal(_PURPOSE, token)
    try:
        return ClickFacts.model_validate(dict(zip(ClickFacts.model_fields, row or (), strict=True)))
    except (ValueError, ValidationError):
        raise AdLinkUnknown from None


def digest(token: str) -> str:
    """What is kept of a token that isn't ours."""
    return hashlib.sha256(token.encode()).hexdigest()[:16]


def origin_of(address: str, now: datetime) -> str:
    """What is kept of an address: a hash of it that nobody can undo, another one each day."""
    told = f"{now.date().isoformat()} {address}".encode()
    return hmac.new(vault.secret(seals.SECRET).encode(), told, "sha256").hexdigest()[:16]
