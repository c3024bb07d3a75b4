from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.partner_use_as import PartnerUseAs, check_partner_use_as
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeliveryUse")


@_attrs_define
class DeliveryUse:
    """What to do with what was delivered; without `photos`, with all of it. Goods need their `listing_id`.

    Attributes:
        use (PartnerUseAs): What is done with it.
        listing_id (None | str | Unset):
        photos (list[str] | Unset):
    """

    use: PartnerUseAs
    listing_id: None | str | Unset = UNSET
    photos: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        use: str = self.use

        listing_id: None | str | Unset
        if isinstance(self.listing_id, Unset):
            listing_id = UNSET
        else:
            listing_id = self.listing_id

        photos: list[str] | Unset = UNSET
        if not isinstance(self.photos, Unset):
            photos = self.photos

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "use": use,
            }
        )
        if listing_id is not UNSET:
            field_dict["listing_id"] = listing_id
        if photos is not UNSET:
            field_dict["photos"] = photos

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        use = check_partner_use_as(d.pop("use"))

        def _parse_listing_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        listing_id = _parse_listing_id(d.pop("listing_id", UNSET))

        photos = cast(list[str], d.pop("photos", UNSET))

        delivery_use = cls(
            use=use,
            listing_id=listing_id,
            photos=photos,
        )

        return delivery_use
