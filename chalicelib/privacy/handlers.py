"""What archives and farewells do when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.privacy import archiving, leaving
from chalicelib.privacy.events import ArchiveTurn, FarewellTurn


def hand_out(event: dict[str, Any]) -> dict[str, Any]:
    """Go on with the archives and farewells of a batch of messages; answers which must come again."""
    return queues.consume(event, _go_on)


def _go_on(message: Message) -> None:
    if message.kind == ArchiveTurn.kind():
        told = ArchiveTurn.model_validate_json(message.event)
        archiving.take_turn(told.person_id, told.archive_id, turn=told.turn, now=clock.now())
    else:
        gone = FarewellTurn.model_validate_json(message.event)
        leaving.take_turn(gone.person_id, turn=gone.turn, now=clock.now())
