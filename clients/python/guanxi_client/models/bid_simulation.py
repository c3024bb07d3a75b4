from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.bid_outlook import BidOutlook


T = TypeVar("T", bound="BidSimulation")


@_attrs_define
class BidSimulation:
    """What other bids would have brought in the auctions of the last seven days.

    Attributes:
        bids (list[BidOutlook]):
    """

    bids: list[BidOutlook]

    def to_dict(self) -> dict[str, Any]:
        bids = []
        for bids_item_data in self.bids:
            bids_item = bids_item_data.to_dict()
            bids.append(bids_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bids": bids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bid_outlook import BidOutlook  # noqa: PLC0415

        d = dict(src_dict)
        bids = []
        _bids = d.pop("bids")
        for bids_item_data in _bids:
            bids_item = BidOutlook.from_dict(bids_item_data)

            bids.append(bids_item)

        bid_simulation = cls(
            bids=bids,
        )

        return bid_simulation
