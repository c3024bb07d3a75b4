"""The route by which what was delivered is used in the storefront."""

from __future__ import annotations

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.listings.errors import ListingNotFound
from chalicelib.partners.contracts.schemas import numbered
from chalicelib.partners.errors import (
    ContractNotFound,
    MilestoneNotFound,
    NotDelivered,
    NotYoursYet,
    TooManyPhotos,
)
from chalicelib.partners.storefront import service
from chalicelib.partners.storefront.schemas import DeliveryUse, DeliveryUsedView
from chalicelib.partners.storefront.service import Used
from chalicelib.photos.errors import PhotoNotReady
from chalicelib.stores.errors import NotPermitted

bp = Routes(__name__)


@bp.post(
    "/contracts/{contract_id}/milestones/{milestone}/use",
    answers=DeliveryUsedView,
    raises=(
        ContractNotFound,
        NotPermitted,
        MilestoneNotFound,
        NotYoursYet,
        NotDelivered,
        TooManyPhotos,
        ListingNotFound,
        PhotoNotReady,
        ChangedMeanwhile,
    ),
)
def use_delivery(contract_id: str, milestone: str, caller: Caller, body: DeliveryUse) -> Used:
    """Use what was delivered in one's store: photos with goods, a banner, a theme."""
    return service.use(
        contract_id, numbered(milestone), merchant=caller.person_id, wish=body.wish(), now=clock.now()
    )
