"""Faults at the edge: what AWS, the network and the power supply may do to any call.

`inject` watches the AWS calls of this process and strikes at one of them. Dying is a BaseException, which
no handler of ours catches: to the code it looks like the end of the process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any

from botocore.exceptions import ClientError, ReadTimeoutError

from chalicelib.foundation import aws

SERVICES = ("dynamodb", "sqs", "s3", "cognito-idp")


class Died(BaseException):
    """The process ended here."""


class Fault(Enum):
    """What befalls a call."""

    DIE_BEFORE = "the process dies before the call"
    DIE_AFTER = "the process dies after the call"
    LOST_ANSWER = "the call happened, its answer never came"
    TIMEOUT = "the call never arrived"
    THROTTLED = "AWS throttles the call"
    BROKEN = "AWS answers 500"
    CONFLICT = "another transaction holds an item"


DEATHS = (Fault.DIE_BEFORE, Fault.DIE_AFTER)
HITCHES = tuple(fault for fault in Fault if fault not in DEATHS)


class Watch:
    """The calls seen so far, and the one to strike at."""

    def __init__(self, fault: Fault | None, at: int | None) -> None:
        self.fault, self.at = fault, at
        self.seen: list[str] = []

    def call(self, real: Callable[..., Any], operation: str, kwargs: dict[str, Any]) -> Any:
        """Let a call through, or let the fault befall it, once."""
        self.seen.append(operation)
        if self.fault is None or len(self.seen) - 1 != self.at:
            return real(operation, kwargs)
        if self.fault in (Fault.DIE_AFTER, Fault.LOST_ANSWER):
            real(operation, kwargs)
        raise _trouble(self.fault, operation, kwargs)


def _trouble(fault: Fault, operation: str, kwargs: dict[str, Any]) -> BaseException:
    match fault:
        case Fault.DIE_BEFORE | Fault.DIE_AFTER:
            return Died(operation)
        case Fault.LOST_ANSWER | Fault.TIMEOUT:
            return ReadTimeoutError(endpoint_url="https://aws")
        case Fault.THROTTLED:
            return _refused("ThrottlingException", operation)
        case Fault.BROKEN:
            return _refused("InternalServerError", operation)
        case Fault.CONFLICT:
            others = len(kwargs.get("TransactItems", [None])) - 1
            reasons = [{"Code": "TransactionConflict"}, *([{"Code": "None"}] * others)]
            if "TransactItems" not in kwargs:
                return _refused("TransactionConflictException", operation)
            return _refused("TransactionCanceledException", operation, CancellationReasons=reasons)


def _refused(code: str, operation: str, **more: Any) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": code}, **more}, operation)  # type: ignore[arg-type]


@contextmanager
def inject(fault: Fault | None = None, at: int | None = None) -> Iterator[Watch]:
    """Strike at the call of this number (from 0), or only watch."""
    watch = Watch(fault, at)
    clients = [aws.client(service) for service in SERVICES]
    reals = [client._make_api_call for client in clients]
    try:
        for client, real in zip(clients, reals, strict=True):
            client._make_api_call = lambda op, kwargs, real=real: watch.call(real, op, kwargs)
        yield watch
    finally:
        for client in clients:
            del client._make_api_call
