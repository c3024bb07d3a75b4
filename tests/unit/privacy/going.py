"""What the queue and the clock do with archives and farewells."""

from __future__ import annotations

import io
import json
from typing import Any
from zipfile import ZipFile

from chalicelib.foundation import aws
from chalicelib.privacy import handlers
from tests.unit.conftest import messages

BUCKET = "guanxi-unit-media"


def went_on(*, twice: bool = False) -> int:
    """Let the queue deliver until it is empty; answers how many messages came."""
    came = 0
    while batch := messages("privacy"):
        came += len(batch)
        for _ in range(2 if twice else 1):
            assert handlers.hand_out({"Records": batch}) == {"batchItemFailures": []}
    return came


def archive_of(archive_id: str) -> ZipFile:
    """The archive, as she who fetched it opens it."""
    stored = aws.client("s3").get_object(Bucket=BUCKET, Key=f"archives/{archive_id}.zip")["Body"].read()
    found = ZipFile(io.BytesIO(stored))
    assert found.testzip() is None
    return found


def lines_of(archive: ZipFile, name: str) -> list[Any]:
    """All lines of a kind."""
    pieces = sorted(
        one for one in archive.namelist() if one.startswith(f"{name}/") and one.endswith(".jsonl")
    )
    return [json.loads(line) for one in pieces for line in archive.read(one).decode().splitlines()]
