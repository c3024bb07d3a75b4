"""The sealed text of a visit: over whose link somebody came to which store, and when.

Nobody can change whose it is or make it last longer; a checkout that names it reads nothing to believe it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from chalicelib.affiliates.rules import Visit
from chalicelib.foundation import seals

_PURPOSE = "referral"


def signed(visit: Visit) -> str:
    """A visit as the browser keeps it. 1 read of the secret in five minutes."""
    facts = (visit.code, visit.promoter_id, visit.store_id, int(visit.at.timestamp()))
    return seals.seal(_PURPOSE, facts)


def read(text: str) -> Visit | None:
    """The visit that a text tells of; None if we didn't seal it. 1 read of the secret in five minutes."""
    if (facts := seals.unseal(_PURPOSE, text)) is None:
        return None
    code, promoter_id, store_id, at = facts
    return Visit(code, promoter_id, store_id, datetime.fromtimestamp(at, UTC))
