"""The routes of tax terms."""

from __future__ import annotations

from chalicelib.foundation.http import Caller, Routes
from chalicelib.listings.categories.errors import UnknownCategory
from chalicelib.listings.taxes import service
from chalicelib.listings.taxes.rules import TaxTerms
from chalicelib.listings.taxes.schemas import TaxTermsBody, TaxTermsView
from chalicelib.stores.errors import NotPermitted, StoreNotFound, StorePaused

bp = Routes(__name__)


@bp.get("/stores/{store_id}/tax", answers=TaxTermsView, signed_in=False, raises=(StoreNotFound, StorePaused))
def show_tax_terms(store_id: str) -> TaxTerms:
    """How a store taxes its goods."""
    return service.terms_of(store_id)


@bp.put(
    "/stores/{store_id}/tax",
    answers=TaxTermsView,
    raises=(StoreNotFound, NotPermitted, UnknownCategory),
)
def set_tax_terms(store_id: str, caller: Caller, body: TaxTermsBody) -> TaxTerms:
    """Say how a store taxes its goods, from now on."""
    return service.set_terms(store_id, body.terms(), person=caller.person_id)
