"""What the tests on the local engine share: an engine of their own, the stage on it as on AWS."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Before anything of ours is imported: the tables' names follow from it.
os.environ |= {
    "STAGE": "test",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_REGION": "us-east-1",
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "LIVE_URL": "https://live123.execute-api.us-east-1.amazonaws.com/api",
    "MEDIA_BUCKET": "guanxi-unit-media",
    "SITE_URL": "https://guanxi-unit-site.s3.us-east-1.amazonaws.com/0123456789abcdef",
    "POWERTOOLS_LOG_LEVEL": "CRITICAL",
    "POWERTOOLS_METRICS_NAMESPACE": "guanxi",
}
os.environ.pop("AWS_ENDPOINT_URL", None)

import hypothesis
import pytest

from infra import couriers, engine
from infra.deployment import Deployment, deploy
from infra.engine import Engine
from infra.packaging import package
from infra.weibo import Weibo
from tests.push_service import PushService

hypothesis.settings.load_profile("ci")
"""The same examples each time, and none fails for the time that it took: a busy machine proves nothing."""


@dataclass(frozen=True)
class Stack:
    """The stage under test."""

    engine: Engine
    deployment: Deployment
    pushing: PushService
    """Where the browsers are told."""

    @property
    def api_url(self) -> str:
        """The API's address, without a trailing slash."""
        return self.deployment.api_url

    @property
    def stage(self) -> str:
        """The stage's name: it is in the names of tables and queues."""
        return self.deployment.stage

    def client(self, service: str) -> Any:
        """A boto3 client of the engine's AWS, as the account's root."""
        return self.engine.cloud.client(service)


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """A stage on an engine that lives as long as the tests."""
    depot, weibo = couriers.Depot(engine.free_port()), Weibo(engine.free_port())
    with engine.running() as running, PushService().listening() as pushing:
        settings = {**depot.settings, **weibo.settings, **pushing.settings}
        stage = deploy(running.cloud, "test", package(aws=False), settings=settings)
        carrying = depot.start(running.cloud, stage, never_lose=True)
        posting = weibo.start(running.cloud, stage)
        try:
            yield Stack(running, stage, pushing)
        finally:
            couriers.stop(carrying)
            couriers.stop(posting)


def pytest_collection_finish() -> None:
    """Let the collector look less often, and not through what is imported: it took a fifth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What uses the stage is marked (`-m "not deployed"` leaves it out), and the story is told last."""
    for item in items:
        if "stack" in getattr(item, "fixturenames", ()):
            item.add_marker("deployed")
    items.sort(key=lambda item: item.path.name == "test_story.py")
