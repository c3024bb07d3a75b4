from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.visit_step_kind import VisitStepKind, check_visit_step_kind
from ..types import UNSET, Unset

T = TypeVar("T", bound="VisitStep")


@_attrs_define
class VisitStep:
    """Something that the user did, so many seconds ago; `arrived`: with it the visit began.

    `listing` is a look at the goods named, `cart` puts them into the cart, `checkout` begins a checkout: by
    its id the orders are counted for the channel.

        Attributes:
            kind (VisitStepKind):
            seconds_ago (int | Unset):  Default: 0.
            listing_id (None | str | Unset):
            arrived (bool | Unset):  Default: False.
            checkout_id (None | str | Unset):
    """

    kind: VisitStepKind
    seconds_ago: int | Unset = 0
    listing_id: None | str | Unset = UNSET
    arrived: bool | Unset = False
    checkout_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        seconds_ago = self.seconds_ago

        listing_id: None | str | Unset
        if isinstance(self.listing_id, Unset):
            listing_id = UNSET
        else:
            listing_id = self.listing_id

        arrived = self.arrived

        checkout_id: None | str | Unset
        if isinstance(self.checkout_id, Unset):
            checkout_id = UNSET
        else:
            checkout_id = self.checkout_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if seconds_ago is not UNSET:
            field_dict["seconds_ago"] = seconds_ago
        if listing_id is not UNSET:
            field_dict["listing_id"] = listing_id
        if arrived is not UNSET:
            field_dict["arrived"] = arrived
        if checkout_id is not UNSET:
            field_dict["checkout_id"] = checkout_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_visit_step_kind(d.pop("kind"))

        seconds_ago = d.pop("seconds_ago", UNSET)

        def _parse_listing_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        listing_id = _parse_listing_id(d.pop("listing_id", UNSET))

        arrived = d.pop("arrived", UNSET)

        def _parse_checkout_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        checkout_id = _parse_checkout_id(d.pop("checkout_id", UNSET))

        visit_step = cls(
            kind=kind,
            seconds_ago=seconds_ago,
            listing_id=listing_id,
            arrived=arrived,
            checkout_id=checkout_id,
        )

        return visit_step
