"""What imports and exports do when a message comes."""

from __future__ import annotations

from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.listings.bulk import exporting, importing
from chalicelib.listings.bulk.events import ExportTurn, ImportTurn


def move_goods(event: dict[str, Any]) -> dict[str, Any]:
    """Go on with the imports and exports of a batch of messages; answers which must come again."""
    return queues.consume(event, _move)


def _move(message: Message) -> None:
    if message.kind == ImportTurn.kind():
        told = ImportTurn.model_validate_json(message.event)
        importing.take_turn(told.import_id, turn=told.turn, now=clock.now())
    else:
        asked = ExportTurn.model_validate_json(message.event)
        exporting.take_turn(asked.export_id, turn=asked.turn, now=clock.now())
