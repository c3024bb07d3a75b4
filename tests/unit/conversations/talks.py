"""Conversations to test with."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.api import Api, Reply
from tests.unit import world
from tests.unit.world import LI, made

_numbers = count(1)


def a_talk(buyer: Api = LI, *, listing: Any = None) -> Any:
    """A conversation about goods of Mei's, in which nothing was said yet."""
    listing = listing or world.a_listing()
    return made(buyer.post("/conversations", {"listing_id": listing["id"]}))


def try_saying(who: Api, talk: Any, text: str = "Hello", **what: Any) -> Reply:
    """What the API says to a message."""
    wish = {"client_id": f"m{next(_numbers)}", "text": text, **what}
    return who.post(f"/conversations/{talk['id']}/messages", wish)


def say(who: Api, talk: Any, text: str = "Hello", **what: Any) -> Any:
    """A message that was sent."""
    return made(try_saying(who, talk, text, **what))


def seen(who: Api, talk: Any) -> Any:
    """The conversation as somebody sees it."""
    return made(who.get(f"/conversations/{talk['id']}"))


def messages_of(who: Api, talk: Any, query: str = "") -> list[Any]:
    """What somebody reads in it."""
    found: list[Any] = made(who.get(f"/conversations/{talk['id']}/messages{query}"))["items"]
    return found


def texts(messages: list[Any]) -> list[str]:
    """What they say."""
    return [one["text"] for one in messages]
