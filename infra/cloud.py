"""An AWS account in a region, or the local engine that stands in for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import boto3
from botocore.config import Config


@dataclass(frozen=True)
class Cloud:
    """Where a stage is deployed. Without an endpoint: AWS, with the credentials of this shell."""

    region: str | None = None
    endpoint: str | None = None
    access_key: str | None = None
    secret_key: str | None = None

    @property
    def local(self) -> bool:
        """Whether this is the local engine."""
        return self.endpoint is not None

    @cached_property
    def session(self) -> boto3.Session:
        """The credentials and the region."""
        return boto3.Session(self.access_key, self.secret_key, region_name=self.region)

    def client(self, service: str) -> Any:
        """A client of a service; boto3 makes its type at run time, hence `Any`."""
        return _client(self, service)


@cache
def _client(cloud: Cloud, service: str) -> Any:
    style = Config(s3={"addressing_style": "path"}) if cloud.local else None
    return cloud.session.client(service, endpoint_url=cloud.endpoint, config=style)  # type: ignore[call-overload]
