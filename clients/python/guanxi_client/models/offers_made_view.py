from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="OffersMadeView")


@_attrs_define
class OffersMadeView:
    """To how many of a page an offer was made; `cursor` goes into the next request, until it is null.

    Attributes:
        sent (int):
        unchanged (int):
        passed_over (int):
        cursor (None | str):
    """

    sent: int
    unchanged: int
    passed_over: int
    cursor: None | str

    def to_dict(self) -> dict[str, Any]:
        sent = self.sent

        unchanged = self.unchanged

        passed_over = self.passed_over

        cursor: None | str
        cursor = self.cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sent": sent,
                "unchanged": unchanged,
                "passed_over": passed_over,
                "cursor": cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sent = d.pop("sent")

        unchanged = d.pop("unchanged")

        passed_over = d.pop("passed_over")

        def _parse_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        cursor = _parse_cursor(d.pop("cursor"))

        offers_made_view = cls(
            sent=sent,
            unchanged=unchanged,
            passed_over=passed_over,
            cursor=cursor,
        )

        return offers_made_view
