from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.link_list_visits_by_channel import LinkListVisitsByChannel
    from ..models.link_view import LinkView


T = TypeVar("T", bound="LinkList")


@_attrs_define
class LinkList:
    """All of a store's links, and the visits over each channel.

    Attributes:
        items (list[LinkView]):
        visits (int):
        visits_by_channel (LinkListVisitsByChannel):
    """

    items: list[LinkView]
    visits: int
    visits_by_channel: LinkListVisitsByChannel

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        visits = self.visits

        visits_by_channel = self.visits_by_channel.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
                "visits": visits,
                "visits_by_channel": visits_by_channel,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.link_list_visits_by_channel import LinkListVisitsByChannel  # noqa: PLC0415
        from ..models.link_view import LinkView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = LinkView.from_dict(items_item_data)

            items.append(items_item)

        visits = d.pop("visits")

        visits_by_channel = LinkListVisitsByChannel.from_dict(d.pop("visits_by_channel"))

        link_list = cls(
            items=items,
            visits=visits,
            visits_by_channel=visits_by_channel,
        )

        return link_list
