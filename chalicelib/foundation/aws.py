"""The AWS clients of this process: one botocore session, one client per service, made when first used."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError, HTTPClientError

from chalicelib.foundation.config import settings

if TYPE_CHECKING:
    from botocore.client import BaseClient

_CONFIG = Config(
    connect_timeout=1,
    read_timeout=4,
    max_pool_connections=32,
    retries={"total_max_attempts": 3, "mode": "standard"},
    parameter_validation=False,
)
_S3 = Config(signature_version="s3v4", s3={"addressing_style": "virtual"})
"""Signed addresses name the bucket's own region, and are of the version that every region takes."""


@cache
def _session() -> botocore.session.Session:
    return botocore.session.get_session()


@cache
def client(service: str) -> Any:
    """The client of a service. botocore's clients have no static types, hence `Any`."""
    config = _CONFIG.merge(_S3) if service == "s3" else _CONFIG
    # A WebSocket API has an address of its own; all other services have one for everybody.
    endpoint = settings().live_url if service == "apigatewaymanagementapi" else None
    made: BaseClient = _session().create_client(
        service, settings().region, config=config, endpoint_url=endpoint
    )
    return made


_PASSING = {
    "InternalServerError",
    "InternalError",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "ServiceUnavailable",
    "SlowDown",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionConflictException",
    "TransactionInProgressException",
}


def code_of(error: BaseException) -> str | None:
    """AWS's code of a refusal, through PynamoDB's errors; None when no refusal came (a time-out).

    PynamoDB's own `cause_response_code` fails on a time-out.
    """
    cause = getattr(error, "cause", None) or error
    return str(cause.response["Error"]["Code"]) if isinstance(cause, ClientError) else None


def condition_failed(error: BaseException) -> bool:
    """Was a single write refused because its condition doesn't hold?"""
    return code_of(error) == "ConditionalCheckFailedException"


def will_pass(error: BaseException) -> bool:
    """Did AWS fail in a way that another try may not meet: throttled, out of time, out of reach?"""
    cause = getattr(error, "cause", None) or error
    return isinstance(cause, HTTPClientError) or code_of(error) in _PASSING


def forget_clients() -> None:
    """Make new clients from now on: for tests that change the environment."""
    client.cache_clear()
    _session.cache_clear()
