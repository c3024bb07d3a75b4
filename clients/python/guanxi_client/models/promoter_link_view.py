from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="PromoterLinkView")


@_attrs_define
class PromoterLinkView:
    """A promoter's link: it is shared as `/r/{code}`, or as the QR code `/r/{code}/qr`.

    Attributes:
        id (str):
        code (str):
        store_id (str):
        listing_id (None | str):
        label (str):
        visits (int):
        created_at (datetime.datetime):
    """

    id: str
    code: str
    store_id: str
    listing_id: None | str
    label: str
    visits: int
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        code = self.code

        store_id = self.store_id

        listing_id: None | str
        listing_id = self.listing_id

        label = self.label

        visits = self.visits

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "code": code,
                "store_id": store_id,
                "listing_id": listing_id,
                "label": label,
                "visits": visits,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        code = d.pop("code")

        store_id = d.pop("store_id")

        def _parse_listing_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        listing_id = _parse_listing_id(d.pop("listing_id"))

        label = d.pop("label")

        visits = d.pop("visits")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        promoter_link_view = cls(
            id=id,
            code=code,
            store_id=store_id,
            listing_id=listing_id,
            label=label,
            visits=visits,
            created_at=created_at,
        )

        return promoter_link_view
