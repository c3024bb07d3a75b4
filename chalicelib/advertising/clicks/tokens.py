"""The token of an ad's link: all that its click will cost and count for, fixed at the auction and signed.

It has an HMAC of its facts under a secret of the stage: whoever follows it can change neither the price
nor where it leads.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import datetime

from pydantic import ValidationError

from chalicelib.advertising.clicks.rules import TOKEN_LIVES
from chalicelib.advertising.errors import AdLinkUnknown
from chalicelib.advertising.events import ClickFacts
from chalicelib.foundation import ids, vault

LONGEST_TERM = 60
"""How much of a search's terms reports tell, in characters."""

SECRET = "ads"  # noqa: S105 - its name


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
    row = json.dumps(list(facts.model_dump().values()), ensure_ascii=False, separators=(",", ":"))
    body = _text(row.encode())
    return f"{body}.{_text(_signature(body))}"


def read(token: str) -> ClickFacts:
    """What a token says. Raises AdLinkUnknown when we didn't give it."""
    body, _, signature = token.partition(".")
    if not hmac.compare_digest(_text(_signature(body)).encode(), signature.encode()):
        raise AdLinkUnknown
    try:
        row = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        return ClickFacts.model_validate(dict(zip(ClickFacts.model_fields, row, strict=True)))
    except (ValueError, ValidationError):
        raise AdLinkUnknown from None


def digest(token: str) -> str:
    """What is kept of a token that isn't ours."""
    return hashlib.sha256(token.encode()).hexdigest()[:16]


def origin_of(address: str, now: datetime) -> str:
    """What is kept of an address: a hash of it that nobody can undo, another one each day."""
    told = f"{now.date().isoformat()} {address}".encode()
    return hmac.new(vault.secret(SECRET).encode(), told, "sha256").hexdigest()[:16]


def _signature(body: str) -> bytes:
    return hmac.digest(vault.secret(SECRET).encode(), body.encode(), "sha256")[:16]


def _text(some: bytes) -> str:
    return base64.urlsafe_b64encode(some).decode().rstrip("=")
