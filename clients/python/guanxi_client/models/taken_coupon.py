from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="TakenCoupon")


@_attrs_define
class TakenCoupon:
    """A coupon that is yours now: name its code at the checkout.

    Attributes:
        promotion_id (str):
        store_id (str):
        title (str):
        code (str):
        ends_at (datetime.datetime | None):
    """

    promotion_id: str
    store_id: str
    title: str
    code: str
    ends_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        promotion_id = self.promotion_id

        store_id = self.store_id

        title = self.title

        code = self.code

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "promotion_id": promotion_id,
                "store_id": store_id,
                "title": title,
                "code": code,
                "ends_at": ends_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        promotion_id = d.pop("promotion_id")

        store_id = d.pop("store_id")

        title = d.pop("title")

        code = d.pop("code")

        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))

        taken_coupon = cls(
            promotion_id=promotion_id,
            store_id=store_id,
            title=title,
            code=code,
            ends_at=ends_at,
        )

        return taken_coupon
