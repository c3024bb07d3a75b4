from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.listing_tax_mode import ListingTaxMode, check_listing_tax_mode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.tax_terms_body_by_category import TaxTermsBodyByCategory


T = TypeVar("T", bound="TaxTermsBody")


@_attrs_define
class TaxTermsBody:
    """How a store taxes its goods: rates in basis points (1300 is 13 %), by category and for all else.

    A category's rate holds for those below it, unless they have one of their own. `included`: the prices hold
    the tax; `added`: it comes on top at the checkout. An order keeps what was so when it was placed.

        Attributes:
            mode (ListingTaxMode): Where a store's tax stands.
            rate (int | Unset):  Default: 0.
            by_category (TaxTermsBodyByCategory | Unset):
    """

    mode: ListingTaxMode
    rate: int | Unset = 0
    by_category: TaxTermsBodyByCategory | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        mode: str = self.mode

        rate = self.rate

        by_category: dict[str, Any] | Unset = UNSET
        if not isinstance(self.by_category, Unset):
            by_category = self.by_category.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "mode": mode,
            }
        )
        if rate is not UNSET:
            field_dict["rate"] = rate
        if by_category is not UNSET:
            field_dict["by_category"] = by_category

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tax_terms_body_by_category import TaxTermsBodyByCategory  # noqa: PLC0415

        d = dict(src_dict)
        mode = check_listing_tax_mode(d.pop("mode"))

        rate = d.pop("rate", UNSET)

        _by_category = d.pop("by_category", UNSET)
        by_category: TaxTermsBodyByCategory | Unset
        if isinstance(_by_category, Unset):
            by_category = UNSET
        else:
            by_category = TaxTermsBodyByCategory.from_dict(_by_category)

        tax_terms_body = cls(
            mode=mode,
            rate=rate,
            by_category=by_category,
        )

        return tax_terms_body
