from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.membership_invoice import MembershipInvoice


T = TypeVar("T", bound="MembershipInvoices")


@_attrs_define
class MembershipInvoices:
    """Some of a store's invoices for its plans, the newest first.

    Attributes:
        items (list[MembershipInvoice]):
        cursor (None | str):
    """

    items: list[MembershipInvoice]
    cursor: None | str

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        cursor: None | str
        cursor = self.cursor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
                "cursor": cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.membership_invoice import MembershipInvoice  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = MembershipInvoice.from_dict(items_item_data)

            items.append(items_item)

        def _parse_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        cursor = _parse_cursor(d.pop("cursor"))

        membership_invoices = cls(
            items=items,
            cursor=cursor,
        )

        return membership_invoices
