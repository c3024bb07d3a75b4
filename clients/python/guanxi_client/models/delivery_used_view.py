from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.partner_use_as import PartnerUseAs, check_partner_use_as

T = TypeVar("T", bound="DeliveryUsedView")


@_attrs_define
class DeliveryUsedView:
    """What is in the storefront now: all photos of the goods, the banner, or the theme.

    Attributes:
        use (PartnerUseAs): What is done with it.
        store_id (str):
        photo_ids (list[str]):
        theme (None | str):
    """

    use: PartnerUseAs
    store_id: str
    photo_ids: list[str]
    theme: None | str

    def to_dict(self) -> dict[str, Any]:
        use: str = self.use

        store_id = self.store_id

        photo_ids = self.photo_ids

        theme: None | str
        theme = self.theme

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "use": use,
                "store_id": store_id,
                "photo_ids": photo_ids,
                "theme": theme,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        use = check_partner_use_as(d.pop("use"))

        store_id = d.pop("store_id")

        photo_ids = cast(list[str], d.pop("photo_ids"))

        def _parse_theme(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        theme = _parse_theme(d.pop("theme"))

        delivery_used_view = cls(
            use=use,
            store_id=store_id,
            photo_ids=photo_ids,
            theme=theme,
        )

        return delivery_used_view
