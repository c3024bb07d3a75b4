"""A stage that tells phones, to test with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from moto.core import DEFAULT_ACCOUNT_ID
from moto.sns.models import sns_backends

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings


@contextmanager
def applications() -> Iterator[None]:
    """A stage with applications at SNS."""
    with pytest.MonkeyPatch.context() as patch:
        for platform, name in (("APNS", "APNS"), ("FCM", "GCM")):
            made = aws.client("sns").create_platform_application(
                Name=f"guanxi-test-{platform.lower()}",
                Platform=name,
                Attributes={"PlatformCredential": "secret", "PlatformPrincipal": "secret"},
            )
            patch.setenv(f"{platform}_APPLICATION", made["PlatformApplicationArn"])
        settings.cache_clear()
        yield
    sns_backends[DEFAULT_ACCOUNT_ID]["us-east-1"].reset()
    settings.cache_clear()


def endpoints() -> list[str]:
    """What SNS calls the phones that it knows."""
    found = []
    for arn in settings().push_applications.values():
        asked = aws.client("sns").list_endpoints_by_platform_application(PlatformApplicationArn=arn)
        found += [one["EndpointArn"] for one in asked["Endpoints"]]
    return found


def disable(endpoint: str) -> None:
    """The platform has told SNS that the app isn't on this phone any more."""
    aws.client("sns").set_endpoint_attributes(EndpointArn=endpoint, Attributes={"Enabled": "false"})
