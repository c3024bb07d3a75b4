from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPromoterLink")


@_attrs_define
class NewPromoterLink:
    """Where a promoter's link leads: to a store, or to goods of it.

    Attributes:
        store_id (str):
        listing_id (None | str | Unset):
        label (str | Unset):  Default: ''.
    """

    store_id: str
    listing_id: None | str | Unset = UNSET
    label: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        listing_id: None | str | Unset
        if isinstance(self.listing_id, Unset):
            listing_id = UNSET
        else:
            listing_id = self.listing_id

        label = self.label

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
            }
        )
        if listing_id is not UNSET:
            field_dict["listing_id"] = listing_id
        if label is not UNSET:
            field_dict["label"] = label

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        store_id = d.pop("store_id")

        def _parse_listing_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        listing_id = _parse_listing_id(d.pop("listing_id", UNSET))

        label = d.pop("label", UNSET)

        new_promoter_link = cls(
            store_id=store_id,
            listing_id=listing_id,
            label=label,
        )

        return new_promoter_link
