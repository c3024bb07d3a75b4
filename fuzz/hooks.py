"""What schemathesis is told of Guanxi: two checks of our own, and a key for each request."""

from __future__ import annotations

import itertools
import json
import os
from pathlib import Path
from typing import Any

import schemathesis

_CALLED_INVALID = "invalid"
_number = itertools.count()


@schemathesis.hook
def map_headers(context: Any, headers: Any) -> Any:  # noqa: ARG001 - schemathesis's
    """A new Idempotency-Key for each request that has a good one: else all but the first are replays."""
    key = (headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and key.isascii() and key.isprintable() and 0 < len(key) <= 80 and " " not in key:
        headers["Idempotency-Key"] = f"{key}-{next(_number)}"
    return headers


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:  # noqa: ARG001 - schemathesis's
    """Note who answered what, for whoever wants to know how deep the requests went."""
    if tally := os.environ.get("FUZZ_TALLY"):
        with Path(tally).open("a") as file:
            file.write(f"{case.operation.label} {response.status_code}\n")


@schemathesis.check
def tells_a_documented_code(ctx: Any, response: Any, case: Any) -> None:  # noqa: ARG001
    """A refusal's code is one that the operation's description lists under its status."""
    if (told := _code(response)) is None:
        return
    answers = case.operation.definition.raw["responses"]
    listed = answers.get(str(response.status_code), {}).get("x-codes", [])
    assert told in listed, f"undocumented code {told!r} with status {response.status_code}: {response.text}"


@schemathesis.check
def fits_and_is_not_called_invalid(ctx: Any, response: Any, case: Any) -> None:  # noqa: ARG001
    """What fits the schema isn't refused as malformed, whatever else may be said against it."""
    meta = case.meta
    if meta is not None and meta.generation.mode.is_positive and response.status_code in (400, 415, 422):
        assert _code(response) not in (_CALLED_INVALID, "malformed_json"), response.text


def _code(response: Any) -> str | None:
    if "problem+json" not in " ".join(response.headers.get("content-type", ())):
        return None
    code: str = json.loads(response.content)["code"]
    return code
