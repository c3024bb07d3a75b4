"""Messages on SQS: sent in batches, received one by one so that one bad message fails alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote_plus

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from chalicelib.foundation.observability import correlate, log, measure

BATCH = 10
"""The most messages that one SendMessageBatch takes."""

OBJECTS_CAME = "ObjectsCame"
"""The kind of a message that the bucket itself sends."""

UNREADABLE = "unreadable"
"""The kind, in metrics, of a message whose kind can't be told."""


@dataclass(frozen=True, slots=True)
class Message:
    """An event on its way: what kind, the event as JSON, and the request that caused it."""

    event_id: str
    kind: str
    event: str
    correlation: str


@cache
def _url(queue: str) -> str:
    url: str = aws.client("sqs").get_queue_url(QueueName=settings().queue(queue))["QueueUrl"]
    return url


def send(queue: str, messages: Sequence[Message]) -> set[str]:
    """Put messages on a queue; answers the ids of those that it took."""
    taken: set[str] = set()
    for start in range(0, len(messages), BATCH):
        batch = messages[start : start + BATCH]
        entries = [{"Id": str(i), "MessageBody": _encode(message)} for i, message in enumerate(batch)]
        answer = aws.client("sqs").send_message_batch(QueueUrl=_url(queue), Entries=entries)
        taken |= {batch[int(done["Id"])].event_id for done in answer.get("Successful", ())}
    return taken


def _encode(message: Message) -> str:
    return json.dumps(
        {
            "event_id": message.event_id,
            "kind": message.kind,
            "correlation": message.correlation,
            "event": json.loads(message.event),
        },
        ensure_ascii=False,
    )


def consume(
    event: Mapping[str, Any],
    handle: Callable[[Message], None],
    *,
    ahead: Callable[[Sequence[Message]], Collection[str]] | None = None,
) -> dict[str, Any]:
    """Handle each message of an SQS batch; answers which failed, so that only those come again.

    `ahead` may handle some of them together before, and answers the ids of their events.
    """
    done = _ahead(event, ahead) if ahead else frozenset()
    failed = []
    for record in event["Records"]:
        kind = UNREADABLE
        try:
            message = _decode(record["body"])
            kind = message.kind
            correlate(message.correlation)
            if message.event_id not in done:
                handle(message)
            log.info("consumed", extra={"kind": kind, "event_id": message.event_id})
            measure("Consumed", kind=kind)
        except Exception:
            log.exception("message failed", extra={"message_id": record["messageId"]})
            measure("Failed", kind=kind)
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}


def _ahead(
    event: Mapping[str, Any], together: Callable[[Sequence[Message]], Collection[str]]
) -> Collection[str]:
    """What was handled together; nothing when that failed, so that each is handled by itself."""
    messages = []
    for record in event["Records"]:
        try:
            messages.append(_decode(record["body"]))
        except Exception:  # noqa: S112 - told when it is handled by itself
            continue
    try:
        return together(messages)
    except Exception:
        log.exception("messages are handled one by one")
        return ()


def _decode(text: str) -> Message:
    body = json.loads(text)
    if "Records" in body or body.get("Event") == "s3:TestEvent":
        return _of_bucket(body.get("Records", []))
    return Message(body["event_id"], body["kind"], json.dumps(body["event"]), body["correlation"])


def _of_bucket(records: Sequence[Mapping[str, Any]]) -> Message:
    """What S3 tells of files that came, as a message of their keys; of none when it tries the queue."""
    keys = [unquote_plus(record["s3"]["object"]["key"]) for record in records]
    request = records[0].get("responseElements", {}).get("x-amz-request-id", "") if records else ""
    return Message("", OBJECTS_CAME, json.dumps(keys), request or "bucket")
