"""What the conversations domain tells."""

from datetime import datetime
from typing import Literal

from chalicelib.foundation.events import Event


class MessageWaiting(Event):
    """Something unread waits for a side of a conversation that hasn't been told of it yet."""

    conversation_id: str
    side: Literal["buyer", "store"]
    """For whom it waits."""
    person_id: str
    store_id: str
    store_name: str
    since: datetime
    """When the first of what is unread came: the same for all that come until it is read."""
