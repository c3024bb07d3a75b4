"""The route of samples."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.listings.errors import ListingNotFound, NotOnSale, SoldOut, VariantNotFound
from chalicelib.orders.errors import OwnGoods
from chalicelib.wholesale.errors import NoSample, TooManySamples
from chalicelib.wholesale.samples import service
from chalicelib.wholesale.samples.schemas import KeptSample, SampleWish
from chalicelib.wholesale.samples.service import Kept

bp = Routes(__name__)


@bp.post(
    "/listings/{listing_id}/samples",
    answers=KeptSample,
    status=HTTPStatus.CREATED,
    raises=(
        ListingNotFound,
        NoSample,
        OwnGoods,
        VariantNotFound,
        NotOnSale,
        SoldOut,
        TooManySamples,
        ChangedMeanwhile,
    ),
)
def ask_for_sample(listing_id: str, caller: Caller, body: SampleWish) -> Kept:
    """Have one piece kept for oneself at the sample's price, whatever the minimum is."""
    return service.keep(listing_id, body.variant_id, buyer=caller.person_id, now=clock.now())
