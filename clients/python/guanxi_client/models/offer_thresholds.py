from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="OfferThresholds")


@_attrs_define
class OfferThresholds:
    """What happens by itself to buyers' offers, in basis points of the listed price; null: nothing.

    Attributes:
        accept_from (int | None):
        decline_below (int | None):
    """

    accept_from: int | None
    decline_below: int | None

    def to_dict(self) -> dict[str, Any]:
        accept_from: int | None
        accept_from = self.accept_from

        decline_below: int | None
        decline_below = self.decline_below

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "accept_from": accept_from,
                "decline_below": decline_below,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_accept_from(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        accept_from = _parse_accept_from(d.pop("accept_from"))

        def _parse_decline_below(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        decline_below = _parse_decline_below(d.pop("decline_below"))

        offer_thresholds = cls(
            accept_from=accept_from,
            decline_below=decline_below,
        )

        return offer_thresholds
