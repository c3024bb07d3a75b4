from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.group_view import GroupView


T = TypeVar("T", bound="MembershipView")


@_attrs_define
class MembershipView:
    """The group, and your order in it, which waits.

    Attributes:
        group (GroupView): A group buy.
        order_id (str):
    """

    group: GroupView
    order_id: str

    def to_dict(self) -> dict[str, Any]:
        group = self.group.to_dict()

        order_id = self.order_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "group": group,
                "order_id": order_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_view import GroupView  # noqa: PLC0415

        d = dict(src_dict)
        group = GroupView.from_dict(d.pop("group"))

        order_id = d.pop("order_id")

        membership_view = cls(
            group=group,
            order_id=order_id,
        )

        return membership_view
