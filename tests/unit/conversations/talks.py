"""Conversations to test with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from botocore.awsrequest import AWSResponse

import app as assembled
from chalicelib.foundation import aws
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


# ---- Devices ----


def a_ticket(who: Api, *, store: Any = None) -> str:
    """The code of a ticket."""
    made_ = made(who.post("/conversations/ticket", {"store_id": store["id"]} if store else {}))
    url: str = made_["url"]
    return url.partition("?ticket=")[2]


def _event(connection: str) -> dict[str, Any]:
    return {
        "requestContext": {
            "connectionId": connection,
            "requestId": "req-unit",
            "apiId": "live123",
            "stage": "api",
            "domainName": "live123.execute-api.us-east-1.amazonaws.com",
        }
    }


def connected(ticket: str, connection: str) -> int:
    """What API Gateway is told of a device that would connect."""
    event = {**_event(connection), "queryStringParameters": {"ticket": ticket}}
    status: int = assembled.websocket_connect(event, None)["statusCode"]
    return status


def a_device(who: Api, *, store: Any = None) -> str:
    """A device that is connected."""
    connection = f"con{next(_numbers)}"
    assert connected(a_ticket(who, store=store), connection) == 200
    return connection


def hear(connection: str, frame: Any) -> int:
    """What API Gateway is told when a device says something."""
    text = frame if isinstance(frame, str) else json.dumps(frame)
    status: int = assembled.websocket_message({**_event(connection), "body": text}, None)["statusCode"]
    return status


def left(connection: str) -> int:
    """A device goes away."""
    status: int = assembled.websocket_disconnect(_event(connection), None)["statusCode"]
    return status


Told = list[tuple[str, Any]]


@contextmanager
def posted(*, gone: bool | set[str] = False) -> Iterator[Told]:
    """What devices are told inside; some of them, or all, are gone."""
    told: Told = []

    def answer(params: dict[str, Any], **_: Any) -> Any:
        connection = params["url_path"].rpartition("/")[2]
        if gone is True or (gone and connection in gone):
            return _response(410, b'{"message": "GoneException"}', {"x-amzn-ErrorType": "GoneException"})
        if params["method"] == "POST":
            told.append((connection, json.loads(params["body"])))
        return _response(200, b"", {})

    client = aws.client("apigatewaymanagementapi")
    client.meta.events.register("before-call", answer)
    try:
        yield told
    finally:
        client.meta.events.unregister("before-call", answer)


def _response(status: int, body: bytes, headers: dict[str, str]) -> Any:
    error = {"Error": {"Code": headers.get("x-amzn-ErrorType", ""), "Message": ""}} if status > 299 else {}
    return AWSResponse("", status, headers, body), error
