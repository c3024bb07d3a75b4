"""The engine that is measured on: the stage's tables, queues and secrets, a bucket, and no Lambdas.

Nobody takes a message off a queue, so nothing happens that isn't measured.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from botocore.config import Config

from infra import engine
from infra.cloud import Cloud
from infra.engine import Engine
from infra.packaging import aws_template
from infra.stack import Stack
from infra.template import Template

NAME = "bench"
MEDIA = f"guanxi-{NAME}-media"
_UNLIMITED = '{"CNY": {"payment": [100000000, 100000000000]}}'
"""The buyer has bought for years within a day; payments name it, so top-ups and withdrawals follow."""
_KEPT = ("AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::SecretsManager::Secret")


@contextmanager
def running() -> Iterator[Engine]:
    """Start an engine with the tables and queues, and point this process at it.

    Nothing of `chalicelib` may be imported before: the tables' names follow from the environment.
    """
    with engine.running() as started:
        try:
            _create(started.cloud)
            os.environ |= environment(started.url)
            _be_patient()
            yield started
        finally:
            with suppress(ProcessLookupError):
                os.killpg(started.process.pid, signal.SIGKILL)  # it needn't save what nobody needs


def environment(endpoint: str) -> dict[str, str]:
    """What this process is told, as a Lambda would be."""
    return {
        "STAGE": NAME,
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_DEFAULT_REGION": engine.REGION,
        "AWS_REGION": engine.REGION,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "MEDIA_BUCKET": MEDIA,
        "WALLET_LIMITS": _UNLIMITED,
        "POWERTOOLS_LOG_LEVEL": "CRITICAL",
        "POWERTOOLS_METRICS_NAMESPACE": "guanxi",
    }


def aside(cloud: Cloud) -> Any:
    """A DynamoDB client that nobody counts, for filling and looking."""
    config = Config(parameter_validation=False, max_pool_connections=16, read_timeout=600)
    return cloud.session.client("dynamodb", endpoint_url=cloud.endpoint, config=config)


def _create(cloud: Cloud) -> None:
    s3 = cloud.client("s3")
    s3.create_bucket(Bucket=MEDIA)
    stack = Stack(cloud, f"guanxi-{NAME}", MEDIA, lambda _: None)
    told = [{"ParameterKey": "Stage", "ParameterValue": NAME}]
    stack.apply(only(aws_template(), _KEPT), told, new=True)


def only(template: Template, kinds: tuple[str, ...]) -> Template:
    """A template's resources of some kinds, and the resources and parameters that they refer to."""
    whole = template["Resources"]
    wanted: set[str] = set()
    found = {name for name, one in whole.items() if one["Type"] in kinds}
    while found:
        wanted |= found
        found = {name for one in found for name in _mentioned(whole[one]) if name in whole} - wanted
    kept = {name: part for name, part in template.items() if name not in ("Outputs", "Parameters")}
    kept["Resources"] = {name: one for name, one in whole.items() if name in wanted}
    mentioned = set(_mentioned(kept))
    parameters = template["Parameters"].items()
    return {"Parameters": {name: one for name, one in parameters if name in mentioned}, **kept}


def _mentioned(node: Any) -> Iterator[str]:
    """The names that a resource refers to, and perhaps some other words."""
    if isinstance(node, dict):
        for name, part in node.items():
            yield from [part] if name == "Ref" else _mentioned(part)
    elif isinstance(node, list):
        for part in node:
            yield from _mentioned(part)
    elif isinstance(node, str):
        yield from node.replace("${", "}").split("}")


def _be_patient() -> None:
    """Let a query take its time: the engine sorts a whole partition for each, which DynamoDB doesn't."""
    from chalicelib.foundation import aws

    aws._CONFIG = aws._CONFIG.merge(Config(read_timeout=600))
    aws.forget_clients()
