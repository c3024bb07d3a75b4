from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.invitation_view import InvitationView
    from ..models.staff_view import StaffView


T = TypeVar("T", bound="CrewView")


@_attrs_define
class CrewView:
    """All who work in a store besides whoever opened it, and all invitations that stand; oldest first.

    Attributes:
        items (list[StaffView]):
        invitations (list[InvitationView]):
    """

    items: list[StaffView]
    invitations: list[InvitationView]

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        invitations = []
        for invitations_item_data in self.invitations:
            invitations_item = invitations_item_data.to_dict()
            invitations.append(invitations_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
                "invitations": invitations,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invitation_view import InvitationView  # noqa: PLC0415
        from ..models.staff_view import StaffView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = StaffView.from_dict(items_item_data)

            items.append(items_item)

        invitations = []
        _invitations = d.pop("invitations")
        for invitations_item_data in _invitations:
            invitations_item = InvitationView.from_dict(invitations_item_data)

            invitations.append(invitations_item)

        crew_view = cls(
            items=items,
            invitations=invitations,
        )

        return crew_view
