"""What photos do when a message comes: from the bucket, or their own."""

from __future__ import annotations

import json
from typing import Any

from chalicelib.foundation import clock, queues
from chalicelib.foundation.queues import Message
from chalicelib.photos import landing
from chalicelib.photos.events import FileDropped, FileShown, RecountTurn
from chalicelib.photos.recounts import service as recounts


def keep_files(event: dict[str, Any]) -> dict[str, Any]:
    """Deal with the files that a batch of messages tells of; answers which must come again."""
    return queues.consume(event, _keep)


def _keep(message: Message) -> None:
    if message.kind == queues.OBJECTS_CAME:
        for key in json.loads(message.event):
            landing.came(key, now=clock.now())
    elif message.kind == FileDropped.kind():
        landing.drop(FileDropped.model_validate_json(message.event).key)
    elif message.kind == FileShown.kind():
        landing.came(FileShown.model_validate_json(message.event).key, now=clock.now())
    elif message.kind == RecountTurn.kind():
        told = RecountTurn.model_validate_json(message.event)
        recounts.take_turn(told.person_id, day=told.day, tries=told.tries, turn=told.turn, now=clock.now())
