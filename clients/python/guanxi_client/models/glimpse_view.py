from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.conversation_kind import ConversationKind, check_conversation_kind
from ..models.conversation_side import ConversationSide, check_conversation_side

T = TypeVar("T", bound="GlimpseView")


@_attrs_define
class GlimpseView:
    """What was said last: the beginning of its text; of what has none, what it shows is called.

    Attributes:
        kind (ConversationKind): What a message shows.
        side (ConversationSide): Who speaks. All who work in the store are one side.
        text (str):
    """

    kind: ConversationKind
    side: ConversationSide
    text: str

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        side: str = self.side

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "side": side,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_conversation_kind(d.pop("kind"))

        side = check_conversation_side(d.pop("side"))

        text = d.pop("text")

        glimpse_view = cls(
            kind=kind,
            side=side,
            text=text,
        )

        return glimpse_view
