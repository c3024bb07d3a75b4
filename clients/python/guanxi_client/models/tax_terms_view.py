from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.listing_tax_mode import ListingTaxMode, check_listing_tax_mode

if TYPE_CHECKING:
    from ..models.tax_terms_view_by_category import TaxTermsViewByCategory


T = TypeVar("T", bound="TaxTermsView")


@_attrs_define
class TaxTermsView:
    """How a store taxes its goods, in basis points; `none`: it hasn't said, or doesn't.

    Attributes:
        mode (ListingTaxMode): Where a store's tax stands.
        rate (int):
        by_category (TaxTermsViewByCategory):
    """

    mode: ListingTaxMode
    rate: int
    by_category: TaxTermsViewByCategory

    def to_dict(self) -> dict[str, Any]:
        mode: str = self.mode

        rate = self.rate

        by_category = self.by_category.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "mode": mode,
                "rate": rate,
                "by_category": by_category,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tax_terms_view_by_category import TaxTermsViewByCategory  # noqa: PLC0415

        d = dict(src_dict)
        mode = check_listing_tax_mode(d.pop("mode"))

        rate = d.pop("rate")

        by_category = TaxTermsViewByCategory.from_dict(d.pop("by_category"))

        tax_terms_view = cls(
            mode=mode,
            rate=rate,
            by_category=by_category,
        )

        return tax_terms_view
