"""A device that is connected to a conversation, as an app on a phone would keep it."""

from __future__ import annotations

import json
import socket
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import uuid4

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from demo.people import Person

_PAGE = 100
_PATIENCE = 5.0
"""Seconds without news after which an app says again what it isn't sure of."""


@dataclass
class Device:
    """Somebody's device in one conversation: what it has heard, and what it has said and isn't sure of."""

    person: Person
    talk_id: str
    store_id: str | None = None
    messages: dict[int, Any] = field(default_factory=dict)
    """By their numbers."""
    unsure: dict[str, str] = field(default_factory=dict)
    """What it said and nobody acknowledged, by client id."""
    told: list[Any] = field(default_factory=list)
    """All other frames, in their order."""
    _socket: ClientConnection | None = None
    _open: ExitStack = field(default_factory=ExitStack)
    _listener: threading.Thread | None = None
    _news: threading.Condition = field(default_factory=threading.Condition)

    def connect(self) -> Self:
        """Connect with a new ticket, learn what was missed, and say again what wasn't acknowledged."""
        wish = {"store_id": self.store_id} if self.store_id else {}
        url = self.person.post("/conversations/ticket", wish)["url"]
        opened = connect(url, max_size=None, open_timeout=60, close_timeout=5, ping_interval=None)
        self._socket = self._open.enter_context(opened)
        self._listener = threading.Thread(target=self._listen, args=(self._socket,), daemon=True)
        self._listener.start()
        self.catch_up()
        self._say_again()
        return self

    def _listen(self, connection: ClientConnection) -> None:
        try:
            for frame in connection:
                self._hear(json.loads(frame))
        except (ConnectionClosed, OSError):
            return

    def _hear(self, frame: Any) -> None:
        with self._news:
            if frame.get("kind") == "ack":  # what API Gateway itself says has no kind
                self.unsure.pop(frame["client_id"], None)
            if "message" in frame:
                self.messages[frame["message"]["seq"]] = frame["message"]
            else:
                self.told.append(frame)
            self._news.notify_all()

    def until(self, holds: Any, *, seconds: float = 60) -> bool:
        """Wait until something holds; answers whether it did."""
        with self._news:
            return bool(self._news.wait_for(holds, seconds))

    def insist(self, *, seconds: float) -> bool:
        """Say again what nobody acknowledges, until everything is; answers whether it was in time.

        Whom saying it again doesn't help has lost her connection without a word, and connects anew.
        """
        end, silent = time.monotonic() + seconds, 0
        while self.unsure and time.monotonic() < end:
            known = len(self.messages), len(self.unsure)
            if self.until(lambda: not self.unsure, seconds=_PATIENCE):
                break
            silent = silent + 1 if known == (len(self.messages), len(self.unsure)) else 0
            if silent > 1:
                self.close()
                self.connect()
            elif silent:
                self._say_again()
        return not self.unsure

    def _say_again(self) -> None:
        for client_id, text in list(self.unsure.items()):
            self._say(client_id, text)

    def say(self, text: str) -> str:
        """Say something, without waiting; answers the client id."""
        client_id = uuid4().hex
        with self._news:
            self.unsure[client_id] = text
        self._say(client_id, text)
        return client_id

    def _say(self, client_id: str, text: str) -> None:
        self.do("send", client_id=client_id, text=text)

    def do(self, action: str, **what: Any) -> None:
        """Send a frame. What is lost with the connection is said again when it is connected anew."""
        self._send({"action": action, "conversation_id": self.talk_id, **what})

    def ping(self) -> None:
        """Ask whether anybody is there, of no conversation."""
        self._send({"action": "ping"})

    def _send(self, frame: dict[str, Any]) -> None:
        try:
            assert self._socket, "not connected yet"
            self._socket.send(json.dumps(frame))
        except (ConnectionClosed, OSError):
            return

    def catch_up(self) -> None:
        """Fetch all messages after the last one before which none is missing."""
        while True:
            page = self.person.get(
                f"/conversations/{self.talk_id}/messages?after={self.whole()}&limit={_PAGE}"
            )
            with self._news:
                for message in page["items"]:
                    self.messages[message["seq"]] = message
                self._news.notify_all()
            if self.whole() >= page["conversation"]["last"]:
                return

    def whole(self) -> int:
        """Up to which message none is missing."""
        seq = 0
        while seq + 1 in self.messages:
            seq += 1
        return seq

    def die(self) -> None:
        """Lose the connection without a word, as in a tunnel."""
        if self._socket:
            self._socket.socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Go away in order."""
        self._open.close()
