from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.conversation_side import ConversationSide, check_conversation_side

if TYPE_CHECKING:
    from ..models.context_view import ContextView
    from ..models.glimpse_view import GlimpseView


T = TypeVar("T", bound="ConversationView")


@_attrs_define
class ConversationView:
    """A conversation as one's own side sees it: how many messages are unread, and how far both sides are.

    Attributes:
        id (str):
        store_id (str):
        store_name (str):
        buyer_id (str):
        buyer_name (str): Empty where it isn't known.
        side (ConversationSide): Who speaks. All who work in the store are one side.
        context (ContextView): The listing or the order that a conversation is about.
        last (int):
        last_at (datetime.datetime | None):
        last_said (GlimpseView | None):
        unread (int):
        read (int):
        read_by_other (int):
        delivered_to_other (int):
        blocked (bool):
        assignee (None | str):
        created_at (datetime.datetime):
    """

    id: str
    store_id: str
    store_name: str
    buyer_id: str
    buyer_name: str
    side: ConversationSide
    context: ContextView
    last: int
    last_at: datetime.datetime | None
    last_said: GlimpseView | None
    unread: int
    read: int
    read_by_other: int
    delivered_to_other: int
    blocked: bool
    assignee: None | str
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.glimpse_view import GlimpseView  # noqa: PLC0415

        id = self.id

        store_id = self.store_id

        store_name = self.store_name

        buyer_id = self.buyer_id

        buyer_name = self.buyer_name

        side: str = self.side

        context = self.context.to_dict()

        last = self.last

        last_at: None | str
        if isinstance(self.last_at, datetime.datetime):
            last_at = self.last_at.isoformat()
        else:
            last_at = self.last_at

        last_said: dict[str, Any] | None
        if isinstance(self.last_said, GlimpseView):
            last_said = self.last_said.to_dict()
        else:
            last_said = self.last_said

        unread = self.unread

        read = self.read

        read_by_other = self.read_by_other

        delivered_to_other = self.delivered_to_other

        blocked = self.blocked

        assignee: None | str
        assignee = self.assignee

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "store_id": store_id,
                "store_name": store_name,
                "buyer_id": buyer_id,
                "buyer_name": buyer_name,
                "side": side,
                "context": context,
                "last": last,
                "last_at": last_at,
                "last_said": last_said,
                "unread": unread,
                "read": read,
                "read_by_other": read_by_other,
                "delivered_to_other": delivered_to_other,
                "blocked": blocked,
                "assignee": assignee,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.context_view import ContextView  # noqa: PLC0415
        from ..models.glimpse_view import GlimpseView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        store_id = d.pop("store_id")

        store_name = d.pop("store_name")

        buyer_id = d.pop("buyer_id")

        buyer_name = d.pop("buyer_name")

        side = check_conversation_side(d.pop("side"))

        context = ContextView.from_dict(d.pop("context"))

        last = d.pop("last")

        def _parse_last_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_at = _parse_last_at(d.pop("last_at"))

        def _parse_last_said(data: object) -> GlimpseView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                last_said_type_0 = GlimpseView.from_dict(data)

                return last_said_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GlimpseView | None, data)

        last_said = _parse_last_said(d.pop("last_said"))

        unread = d.pop("unread")

        read = d.pop("read")

        read_by_other = d.pop("read_by_other")

        delivered_to_other = d.pop("delivered_to_other")

        blocked = d.pop("blocked")

        def _parse_assignee(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        assignee = _parse_assignee(d.pop("assignee"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        conversation_view = cls(
            id=id,
            store_id=store_id,
            store_name=store_name,
            buyer_id=buyer_id,
            buyer_name=buyer_name,
            side=side,
            context=context,
            last=last,
            last_at=last_at,
            last_said=last_said,
            unread=unread,
            read=read,
            read_by_other=read_by_other,
            delivered_to_other=delivered_to_other,
            blocked=blocked,
            assignee=assignee,
            created_at=created_at,
        )

        return conversation_view
