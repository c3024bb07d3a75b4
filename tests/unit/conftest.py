"""The unit tests' world: the stage's tables, queues and buckets in moto, made anew for each test."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from moto import mock_aws
from moto.core import DEFAULT_ACCOUNT_ID as ACCOUNT
from moto.dynamodb.models import dynamodb_backends
from moto.s3.models import s3_backends
from moto.sqs.models import sqs_backends

from chalicelib.foundation import aws, queues, transaction, vault
from tests import terse_moto

terse_moto.install()

NOTICE_SECRET = "unit-secret"
TEMPLATE = Path(__file__).parents[2] / "infra" / "resources.yaml"


class _Loader(yaml.SafeLoader):
    """Reads CloudFormation's short forms as plain values: only names and keys matter here."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: _plain(loader, node))


def _plain(loader: Any, node: Any) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_mapping(node, deep=True)


def resources(kind: str) -> list[dict[str, Any]]:
    """The properties of all the template's resources of a kind."""
    found = yaml.load(TEMPLATE.read_text(), _Loader)["Resources"].values()  # noqa: S506 - a SafeLoader
    return [resource.get("Properties", {}) for resource in found if resource.get("Type") == kind]


def _name(value: Any) -> str:
    text: str = value["Fn::Sub"] if isinstance(value, dict) else value
    return text.replace("${Stage}", "test")


@pytest.fixture(scope="session")
def tables() -> list[dict[str, Any]]:
    """How CloudFormation defines the tables, as CreateTable takes it."""
    return [
        {
            "TableName": _name(table["TableName"]),
            "KeySchema": table["KeySchema"],
            "AttributeDefinitions": table["AttributeDefinitions"],
            "BillingMode": "PAY_PER_REQUEST",
            **({"GlobalSecondaryIndexes": gsi} if (gsi := table.get("GlobalSecondaryIndexes")) else {}),
        }
        for table in resources("AWS::DynamoDB::Table")
    ]


@pytest.fixture(scope="package")
def account(tables: list[dict[str, Any]]) -> Iterator[None]:
    """One account with the stage's resources for all tests here: making them takes longer than most tests."""
    with mock_aws():
        forget_the_last_account()
        for table in tables:
            aws.client("dynamodb").create_table(**table)
        for queue in resources("AWS::SQS::Queue"):
            aws.client("sqs").create_queue(QueueName=_name(queue["QueueName"]))
        aws.client("s3").create_bucket(Bucket="guanxi-unit-media")
        for secret in resources("AWS::SecretsManager::Secret"):
            aws.client("secretsmanager").create_secret(Name=_name(secret["Name"]), SecretString=NOTICE_SECRET)
        yield
    forget_the_last_account()


def forget_the_last_account() -> None:
    """Let no client outlive the account that it was made for."""
    aws.forget_clients()
    vault.forget()


@pytest.fixture(autouse=True)
def cloud(account: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The account, emptied of whatever the test before left."""
    monkeypatch.setattr(transaction, "sleep", lambda seconds: None)
    cloud_emptied()


times_emptied = 0


def cloud_emptied() -> None:
    """Forget all items, messages and objects; the tables, queues and the bucket stay."""
    global times_emptied  # noqa: PLW0603 - of this process, like the account
    times_emptied += 1
    for table in dynamodb_backends[ACCOUNT]["us-east-1"].tables.values():
        table.items.clear()
    queues_emptied()
    bucket_emptied()


def queues_emptied() -> None:
    """Forget all messages."""
    for queue in sqs_backends[ACCOUNT]["us-east-1"].queues.values():
        queue._messages.clear()


def bucket_emptied() -> None:
    """Forget all objects."""
    objects().clear()


def objects() -> dict[str, Any]:
    """What lies in the bucket, by its key."""
    keys: dict[str, Any] = s3_backends[ACCOUNT]["aws"].buckets["guanxi-unit-media"].keys
    return keys


def cloud_copied() -> bytes:
    """All items as they are now."""
    tables_ = dynamodb_backends[ACCOUNT]["us-east-1"].tables
    return pickle.dumps({name: table.items for name, table in tables_.items()})


def cloud_restored(copied: bytes) -> None:
    """Put all items back as they were."""
    for name, items in pickle.loads(copied).items():  # noqa: S301 - our own, and faster than a copy
        dynamodb_backends[ACCOUNT]["us-east-1"].tables[name].items.update(items)


def messages(queue: str) -> list[dict[str, Any]]:
    """What lies on a queue, as a Lambda gets it; it is taken off."""
    sqs = aws.client("sqs")
    url = queues._url(queue)
    found = []
    while got := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        for message in got:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            found.append({"messageId": message["MessageId"], "body": message["Body"]})
    return found


def everything_stored() -> dict[str, Any]:
    """All items of all tables and all objects, to see whether something changed."""
    stored: dict[str, Any] = {
        name: {
            key: {sort: row.to_json() for sort, row in rows.items()}
            for key, rows in table.items.items()
            if rows
        }
        for name, table in dynamodb_backends[ACCOUNT]["us-east-1"].tables.items()
    }
    stored["s3"] = sorted(s3_backends[ACCOUNT]["aws"].buckets["guanxi-unit-media"].keys)
    return stored


@contextmanager
def calls() -> Iterator[list[str]]:
    """The AWS calls made inside, in their order; what is cached per process is warmed before."""
    queues_ = (
        "ad-billing",
        "ads",
        "affiliates",
        "bulk",
        "disbursements",
        "insights",
        "notifications",
        "checkouts",
        "payouts",
        "records",
        "reviews",
        "search",
        "stock",
        "wholesale",
    )
    for queue in queues_:
        queues._url(queue)
    made: list[str] = []

    def note(model: Any, **_: Any) -> None:
        made.append(model.name)

    clients = [aws.client(service) for service in ("dynamodb", "sqs", "s3", "cognito-idp", "secretsmanager")]
    for client in clients:
        client.meta.events.register("before-call", note)
    try:
        yield made
    finally:
        for client in clients:
            client.meta.events.unregister("before-call", note)
