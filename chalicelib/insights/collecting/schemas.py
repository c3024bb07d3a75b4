"""What apps tell of what their users do."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.foundation.http import Schema
from chalicelib.insights.collecting.service import Came, Done
from chalicelib.insights.events import Kind

MOST_SEEN = 25
"""In one batch."""

Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{1,20}$")]


class VisitSource(Schema):
    """Over what the user came: `link` is what `via` says in a short link's address, `ad` whether it was an
    ad, `referrer` the address of the page or app that led here."""

    link: Code | None = None
    ad: bool = False
    referrer: Annotated[str, Field(max_length=500)] = ""


class VisitStep(Schema):
    """Something that the user did, so many seconds ago; `arrived`: with it the visit began.

    `listing` is a look at the goods named, `cart` puts them into the cart, `checkout` begins a checkout: by
    its id the orders are counted for the channel.
    """

    kind: Kind
    seconds_ago: Annotated[int, Field(ge=0, le=86_400)] = 0
    listing_id: Annotated[str, StringConstraints(pattern=r"^lst_[0-9A-Z]{26}$")] | None = None
    arrived: bool = False
    checkout_id: Annotated[str, StringConstraints(pattern=r"^chk_[0-9A-Z]{26}$")] | None = None

    def done(self) -> Done:
        """What the use case takes."""
        return Done(self.kind, self.seconds_ago, self.listing_id, self.arrived, self.checkout_id)


class VisitBatch(Schema):
    """What one user did in a store. The same `batch_id` counts once, so a batch may be sent again.

    Send `visitor`, a random id that the app made up, only if the user agreed to be counted by it: without one
    she is known for a day at most, and with `Sec-GPC: 1` it is not looked at.
    """

    store_id: Annotated[str, StringConstraints(pattern=r"^sto_[0-9A-Z]{26}$")]
    batch_id: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{8,64}$")]
    visitor: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{16,64}$")] | None = None
    source: VisitSource = VisitSource()
    steps: Annotated[list[VisitStep], Field(min_length=1, max_length=MOST_SEEN)]

    def came(self) -> Came:
        """What the use case takes of the source."""
        return Came(self.source.link, self.source.ad)
