"""The deployed tests' world: a local engine of their own with the stage on it, as AWS would run it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from infra import engine
from infra.deployment import Deployment, deploy
from infra.engine import Engine
from infra.packaging import package


@dataclass(frozen=True)
class Stack:
    """The stage under test."""

    engine: Engine
    deployment: Deployment

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
    with engine.running() as running:
        yield Stack(running, deploy(running.cloud, "test", package(aws=False)))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the engine."""
    for item in items:
        if "deployed" in item.path.parts:
            item.add_marker("deployed")
