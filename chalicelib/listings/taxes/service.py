"""How a store taxes its goods. An order keeps what was so when it was placed; a change holds from then on."""

from __future__ import annotations

from chalicelib.foundation.tables import read_together
from chalicelib.foundation.transaction import Transaction
from chalicelib.listings.categories import service as categories
from chalicelib.listings.categories.errors import UnknownCategory
from chalicelib.listings.taxes import models
from chalicelib.listings.taxes.models import tax_want
from chalicelib.listings.taxes.rules import Tax, TaxMode, TaxTerms, levied
from chalicelib.stores import service as stores
from chalicelib.stores.service import Scope

__all__ = ["Tax", "TaxMode", "TaxTerms", "levied", "set_terms", "tax_want", "terms_of"]


def terms_of(store_id: str) -> TaxTerms:
    """How a store that is open taxes its goods. 1 read. Raises StoreNotFound, StorePaused."""
    store, terms = read_together([stores.store_want(store_id), tax_want(store_id)])
    stores.published(store)
    return terms or TaxTerms()


def set_terms(store_id: str, terms: TaxTerms, *, person: str) -> TaxTerms:
    """Say how a store taxes its goods; its founder does. 1 read, 1 transaction of 1 item.

    Raises StoreNotFound, NotPermitted, UnknownCategory.
    """
    stores.permitted(store_id, person=person, scope=Scope.STORE_EDIT)
    for slug in terms.by_category:
        if not categories.line_of(slug):
            raise UnknownCategory(field=f"by_category.{slug}")
    with Transaction() as tx:
        tx.update(models.tax_key(store_id), models.saying(terms))
        return tx.result(terms)
