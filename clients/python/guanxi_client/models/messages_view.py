from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.conversation_view import ConversationView
    from ..models.message_view import MessageView


T = TypeVar("T", bound="MessagesView")


@_attrs_define
class MessagesView:
    """Some messages in their order, and the conversation: `last` tells whether there are more.

    Attributes:
        conversation (ConversationView): A conversation as one's own side sees it: how many messages are unread, and how
            far both sides are.
        items (list[MessageView]):
    """

    conversation: ConversationView
    items: list[MessageView]

    def to_dict(self) -> dict[str, Any]:
        conversation = self.conversation.to_dict()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "conversation": conversation,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.conversation_view import ConversationView  # noqa: PLC0415
        from ..models.message_view import MessageView  # noqa: PLC0415

        d = dict(src_dict)
        conversation = ConversationView.from_dict(d.pop("conversation"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = MessageView.from_dict(items_item_data)

            items.append(items_item)

        messages_view = cls(
            conversation=conversation,
            items=items,
        )

        return messages_view
