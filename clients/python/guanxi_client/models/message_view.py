from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.conversation_kind import ConversationKind, check_conversation_kind
from ..models.conversation_side import ConversationSide, check_conversation_side

if TYPE_CHECKING:
    from ..models.card_view import CardView


T = TypeVar("T", bound="MessageView")


@_attrs_define
class MessageView:
    """A message. `seq` numbers a conversation's messages from 1, without gaps.

    Attributes:
        conversation_id (str):
        seq (int):
        kind (ConversationKind): What a message shows.
        side (ConversationSide): Who speaks. All who work in the store are one side.
        author (str):
        client_id (str):
        text (str):
        card (CardView | None):
        at (datetime.datetime):
    """

    conversation_id: str
    seq: int
    kind: ConversationKind
    side: ConversationSide
    author: str
    client_id: str
    text: str
    card: CardView | None
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.card_view import CardView  # noqa: PLC0415

        conversation_id = self.conversation_id

        seq = self.seq

        kind: str = self.kind

        side: str = self.side

        author = self.author

        client_id = self.client_id

        text = self.text

        card: dict[str, Any] | None
        if isinstance(self.card, CardView):
            card = self.card.to_dict()
        else:
            card = self.card

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "conversation_id": conversation_id,
                "seq": seq,
                "kind": kind,
                "side": side,
                "author": author,
                "client_id": client_id,
                "text": text,
                "card": card,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.card_view import CardView  # noqa: PLC0415

        d = dict(src_dict)
        conversation_id = d.pop("conversation_id")

        seq = d.pop("seq")

        kind = check_conversation_kind(d.pop("kind"))

        side = check_conversation_side(d.pop("side"))

        author = d.pop("author")

        client_id = d.pop("client_id")

        text = d.pop("text")

        def _parse_card(data: object) -> CardView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                card_type_0 = CardView.from_dict(data)

                return card_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CardView | None, data)

        card = _parse_card(d.pop("card"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        message_view = cls(
            conversation_id=conversation_id,
            seq=seq,
            kind=kind,
            side=side,
            author=author,
            client_id=client_id,
            text=text,
            card=card,
            at=at,
        )

        return message_view
