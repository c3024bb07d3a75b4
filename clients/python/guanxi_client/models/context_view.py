from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.conversation_kind import ConversationKind, check_conversation_kind

T = TypeVar("T", bound="ContextView")


@_attrs_define
class ContextView:
    """The listing or the order that a conversation is about.

    Attributes:
        kind (ConversationKind): What a message shows.
        id (str):
        title (str):
    """

    kind: ConversationKind
    id: str
    title: str

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        id = self.id

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "id": id,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_conversation_kind(d.pop("kind"))

        id = d.pop("id")

        title = d.pop("title")

        context_view = cls(
            kind=kind,
            id=id,
            title=title,
        )

        return context_view
