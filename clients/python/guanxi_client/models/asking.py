from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_by import ShippingBy, check_shipping_by
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.blend_body import BlendBody
    from ..models.piece_body import PieceBody
    from ..models.place_body import PlaceBody


T = TypeVar("T", bound="Asking")


@_attrs_define
class Asking:
    """A parcel to be carried. `insured` and `cash_on_delivery` are in minor units of CNY.

    Attributes:
        origin (PlaceBody): A place. `region` is a county's or a town's code in China; elsewhere the country is enough.
        destination (PlaceBody): A place. `region` is a county's or a town's code in China; elsewhere the country is
            enough.
        pieces (list[PieceBody]):
        insured (int | Unset):  Default: 0.
        cash_on_delivery (int | Unset):  Default: 0.
        rank_by (ShippingBy | Unset): What services are ranked by.
        blend (BlendBody | None | Unset):
        ready_at (datetime.datetime | None | Unset): When the courier may have it; absent: now.
        wanted_by (datetime.date | None | Unset):
    """

    origin: PlaceBody
    destination: PlaceBody
    pieces: list[PieceBody]
    insured: int | Unset = 0
    cash_on_delivery: int | Unset = 0
    rank_by: ShippingBy | Unset = UNSET
    blend: BlendBody | None | Unset = UNSET
    ready_at: datetime.datetime | None | Unset = UNSET
    wanted_by: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.blend_body import BlendBody  # noqa: PLC0415

        origin = self.origin.to_dict()

        destination = self.destination.to_dict()

        pieces = []
        for pieces_item_data in self.pieces:
            pieces_item = pieces_item_data.to_dict()
            pieces.append(pieces_item)

        insured = self.insured

        cash_on_delivery = self.cash_on_delivery

        rank_by: str | Unset = UNSET
        if not isinstance(self.rank_by, Unset):
            rank_by = self.rank_by

        blend: dict[str, Any] | None | Unset
        if isinstance(self.blend, Unset):
            blend = UNSET
        elif isinstance(self.blend, BlendBody):
            blend = self.blend.to_dict()
        else:
            blend = self.blend

        ready_at: None | str | Unset
        if isinstance(self.ready_at, Unset):
            ready_at = UNSET
        elif isinstance(self.ready_at, datetime.datetime):
            ready_at = self.ready_at.isoformat()
        else:
            ready_at = self.ready_at

        wanted_by: None | str | Unset
        if isinstance(self.wanted_by, Unset):
            wanted_by = UNSET
        elif isinstance(self.wanted_by, datetime.date):
            wanted_by = self.wanted_by.isoformat()
        else:
            wanted_by = self.wanted_by

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "origin": origin,
                "destination": destination,
                "pieces": pieces,
            }
        )
        if insured is not UNSET:
            field_dict["insured"] = insured
        if cash_on_delivery is not UNSET:
            field_dict["cash_on_delivery"] = cash_on_delivery
        if rank_by is not UNSET:
            field_dict["rank_by"] = rank_by
        if blend is not UNSET:
            field_dict["blend"] = blend
        if ready_at is not UNSET:
            field_dict["ready_at"] = ready_at
        if wanted_by is not UNSET:
            field_dict["wanted_by"] = wanted_by

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.blend_body import BlendBody  # noqa: PLC0415
        from ..models.piece_body import PieceBody  # noqa: PLC0415
        from ..models.place_body import PlaceBody  # noqa: PLC0415

        d = dict(src_dict)
        origin = PlaceBody.from_dict(d.pop("origin"))

        destination = PlaceBody.from_dict(d.pop("destination"))

        pieces = []
        _pieces = d.pop("pieces")
        for pieces_item_data in _pieces:
            pieces_item = PieceBody.from_dict(pieces_item_data)

            pieces.append(pieces_item)

        insured = d.pop("insured", UNSET)

        cash_on_delivery = d.pop("cash_on_delivery", UNSET)

        _rank_by = d.pop("rank_by", UNSET)
        rank_by: ShippingBy | Unset
        if isinstance(_rank_by, Unset):
            rank_by = UNSET
        else:
            rank_by = check_shipping_by(_rank_by)

        def _parse_blend(data: object) -> BlendBody | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                blend_type_0 = BlendBody.from_dict(data)

                return blend_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BlendBody | None | Unset, data)

        blend = _parse_blend(d.pop("blend", UNSET))

        def _parse_ready_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ready_at_type_0 = datetime.datetime.fromisoformat(data)

                return ready_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        ready_at = _parse_ready_at(d.pop("ready_at", UNSET))

        def _parse_wanted_by(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                wanted_by_type_0 = datetime.date.fromisoformat(data)

                return wanted_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        wanted_by = _parse_wanted_by(d.pop("wanted_by", UNSET))

        asking = cls(
            origin=origin,
            destination=destination,
            pieces=pieces,
            insured=insured,
            cash_on_delivery=cash_on_delivery,
            rank_by=rank_by,
            blend=blend,
            ready_at=ready_at,
            wanted_by=wanted_by,
        )

        return asking
