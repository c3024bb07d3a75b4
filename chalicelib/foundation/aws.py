"""The AWS clients of this process: one botocore session, one client per service, made when first used."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import botocore.session
from botocore.config import Config

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
    made: BaseClient = _session().create_client(service, settings().region, config=config)
    return made


def forget_clients() -> None:
    """Make new clients from now on: for tests that change the environment."""
    client.cache_clear()
    _session.cache_clear()
