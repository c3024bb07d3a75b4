"""The stage itself, before any business: what API Gateway, the queues, IAM and a restart do to it."""

from __future__ import annotations

import ast
import importlib
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from chalicelib.foundation import clock
from chalicelib.payments.events import WithdrawalPaid
from infra import engine, local, logs
from infra.deployment import Deployment, deploy
from infra.engine import Engine
from infra.errors import InfraError
from infra.packaging import Package, package
from infra.stack import Stack as CloudFormationStack
from tests.conftest import Stack
from tests.deployed.watching import until

PRIVATE = "/me"
NOBODYS_TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSIsInRva2VuX3VzZSI6ImlkIn0."  # {"alg": "none"}


def told(person: str, withdrawal: str) -> str:
    """A message that tells a person of a withdrawal, as the outbox sends it."""
    event = WithdrawalPaid(
        at=clock.now(), withdrawal_id=withdrawal, person_id=person, amount=100, currency="CNY"
    )
    return json.dumps(
        {
            "event_id": event.event_id,
            "kind": event.kind(),
            "correlation": "test",
            "event": json.loads(event.model_dump_json()),
        }
    )


def notifications_of(running: Engine, table: str, person: str) -> list[Any]:
    query = {"KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": person}}}
    found: list[Any] = running.cloud.client("dynamodb").query(TableName=table, **query)["Items"]
    return found


def queue_of(running: Engine, stage: str, name: str) -> str:
    url: str = running.cloud.client("sqs").get_queue_url(QueueName=f"guanxi-{stage}-{name}")["QueueUrl"]
    return url


class TestRefusals:
    """What API Gateway answers by itself looks like what we answer."""

    @pytest.mark.parametrize(
        ("path", "token", "status", "code"),
        [
            ("/no/such/thing", None, 404, "not_found"),
            (PRIVATE, None, 401, "not_signed_in"),
            (PRIVATE, "forged", 401, "not_signed_in"),
            (PRIVATE, NOBODYS_TOKEN, 401, "not_signed_in"),
        ],
    )
    def test_are_problem_details_that_a_browser_may_read(
        self, stack: Stack, path: str, token: str | None, status: int, code: str
    ) -> None:
        headers = {"Authorization": token} if token else {}
        answer = httpx.get(stack.api_url + path, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.json()["status"] == status
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"

    def test_do_not_hit_preflights(self, stack: Stack) -> None:
        asked = {"Origin": "https://shop.example", "Access-Control-Request-Method": "GET"}
        answer = httpx.options(stack.api_url + PRIVATE, headers=asked)
        assert answer.status_code == 200
        assert "GET" in answer.headers["Access-Control-Allow-Methods"]
        assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]


class TestZip:
    def test_is_small_and_carries_nothing_that_the_runtime_ships(self) -> None:
        archive = zipfile.ZipFile(package(aws=False).archive)
        names = {name.partition("/")[0] for name in archive.namelist()}
        assert not names & {"botocore", "boto3", "urllib3", "pip", "tests"}
        assert sum(entry.compress_size for entry in archive.infolist()) < 15 * 1024**2
        assert sum(entry.file_size for entry in archive.infolist()) < 45 * 1024**2
        assert sum(not name.startswith("chalicelib/") for name in archive.namelist()) < 2600

    def test_needs_nothing_else(self, tmp_path: Path) -> None:
        """The engine's workers see this environment's libraries too; a Lambda has the zip and its runtime."""
        task, runtime = tmp_path / "task", tmp_path / "runtime"
        zipfile.ZipFile(package(aws=False).archive).extractall(task)
        runtime.mkdir()
        for name in ("boto3", "botocore", "dateutil", "jmespath", "s3transfer", "six", "urllib3"):
            shipped = Path(importlib.import_module(name).__file__ or "")
            shipped = shipped.parent if shipped.name == "__init__.py" else shipped
            (runtime / shipped.name).symlink_to(shipped)
        alone = "import importlib, sys; sys.path[:0] = sys.argv[1:3]; "
        alone += "[importlib.import_module(name) for name in sys.argv[3:]]"
        command = [sys.executable, "-I", "-S", "-c", alone, str(task), str(runtime), "app", *imported(task)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr


EXTRA = {"karrio"}
"""What only a stage with contracts needs, by requirements of its own."""


def imported(task: Path) -> list[str]:
    """Every module that our code imports, be it at the start or only when it is used."""
    trees = [ast.parse(file.read_text()) for file in (task / "chalicelib").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return sorted(name for name in named if name.partition(".")[0] not in EXTRA)


class TestQueues:
    def test_get_back_only_the_message_that_failed(self, stack: Stack) -> None:
        queue = queue_of(stack.engine, stack.stage, "notifications")
        sqs = stack.client("sqs")
        bodies = [told("per_good1", "wdr_1"), "not what a consumer reads", told("per_good2", "wdr_2")]
        entries = [{"Id": str(i), "MessageBody": body} for i, body in enumerate(bodies)]
        sqs.send_message_batch(QueueUrl=queue, Entries=entries)

        table = stack.deployment.table("notifications")
        for person in ("per_good1", "per_good2"):
            until(lambda person=person: notifications_of(stack.engine, table, person))
        waiting = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        until(
            lambda: (
                sum(
                    int(count)
                    for count in sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=waiting)[
                        "Attributes"
                    ].values()
                )
                == 1
            )
        )
        sqs.purge_queue(QueueUrl=queue)


class TestLogs:
    def test_tell_what_the_functions_said_in_its_order(self, stack: Stack) -> None:
        began = time.time() - 1
        httpx.get(f"{stack.api_url}/stores/sto_none", timeout=30)
        said = until(lambda: logs.lines(stack.engine.cloud, since=began))
        assert any("APIHandler" in line and "GET /stores/{store_id}" in line for line in said)
        assert [line[:8] for line in said] == sorted(line[:8] for line in said)


class TestRoles:
    """The engine runs each function as its own role and asks IAM at every call, as AWS does."""

    def may(self, stack: Stack, action: str, arn: str) -> set[str]:
        iam = stack.client("iam")
        prefix = f"guanxi-{stack.stage}-"
        return {
            role["RoleName"].removeprefix(prefix).partition("Role-")[0]
            for role in iam.list_roles()["Roles"]
            for answer in iam.simulate_principal_policy(
                PolicySourceArn=role["Arn"], ActionNames=[action], ResourceArns=[arn]
            )["EvaluationResults"]
            if role["RoleName"].startswith(prefix) and answer["EvalDecision"] == "allowed"
        }

    @pytest.mark.parametrize(
        ("action", "domain", "roles"),
        [
            ("dynamodb:Scan", "orders", set()),
            ("dynamodb:PutItem", "orders", {"ApiHandler", "PlacePaid"}),
            (
                "dynamodb:UpdateItem",
                "orders",
                {"ApiHandler", "DisburseLoans", "HandOut", "PlacePaid", "SpreadWord", "Sweep"},
            ),
            (
                "dynamodb:PutItem",
                "payments",
                {
                    "ApiHandler",
                    "BillClicks",
                    "CloseBooks",
                    "DisburseLoans",
                    "PayOut",
                    "PlacePaid",
                    "SpreadWord",
                    "Sweep",
                },
            ),
            ("dynamodb:PutItem", "accounts", {"ApiHandler"}),
        ],
    )
    def test_reach_only_the_tables_they_need(
        self, stack: Stack, action: str, domain: str, roles: set[str]
    ) -> None:
        table = f"arn:aws:dynamodb:us-east-1:000000000000:table/{stack.deployment.table(domain)}"
        assert self.may(stack, action, table) == roles

    def test_read_the_secret_of_notices_only_in_the_api(self, stack: Stack) -> None:
        name = f"guanxi-{stack.stage}-notice-secret"
        arn = stack.client("secretsmanager").describe_secret(SecretId=name)["ARN"]
        assert self.may(stack, "secretsmanager:GetSecretValue", arn) == {"ApiHandler"}

    def test_reach_nothing_of_another_stage(self, stack: Stack) -> None:
        table = "arn:aws:dynamodb:us-east-1:000000000000:table/guanxi-prod-orders"
        assert self.may(stack, "dynamodb:PutItem", table) == set()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def before(home: Path) -> Deployment:
    with engine.running(home) as running:
        stage = deploy(running.cloud, "kept", package(aws=False))
        item = {"pk": {"S": "kept"}, "sk": {"S": "item"}}
        running.cloud.client("dynamodb").put_item(TableName=stage.table("stores"), Item=item)
        running.cloud.client("s3").put_object(Bucket=stage.media_bucket, Key="kept", Body=b"bytes")
        return stage


@pytest.fixture(scope="module")
def again(home: Path, before: Deployment) -> Iterator[Engine]:
    with engine.running(home) as running:
        yield running


@pytest.fixture(scope="module")
def after(again: Engine) -> Deployment:
    return deploy(again.cloud, "kept", package(aws=False))


@pytest.mark.deployed
class TestRestart:
    """The engine ends and comes back with its state, on another port."""

    def test_keeps_the_stage(self, before: Deployment, after: Deployment) -> None:
        assert not after.new
        assert after.user_pool_id == before.user_pool_id

    def test_keeps_items_and_files(self, again: Engine, after: Deployment) -> None:
        key = {"pk": {"S": "kept"}, "sk": {"S": "item"}}
        found = again.cloud.client("dynamodb").get_item(TableName=after.table("stores"), Key=key)
        file = again.cloud.client("s3").get_object(Bucket=after.media_bucket, Key="kept")
        assert "Item" in found
        assert file["Body"].read() == b"bytes"

    def test_answers_as_before(self, after: Deployment) -> None:
        answer = httpx.get(f"{after.api_url}/stores/sto_none", timeout=30)
        assert answer.status_code == 404
        assert answer.json()["code"] == "store_not_found"

    def test_still_consumes_its_queues(self, again: Engine, after: Deployment) -> None:
        queue = queue_of(again, "kept", "notifications")
        again.cloud.client("sqs").send_message(QueueUrl=queue, MessageBody=told("per_kept", "wdr_3"))
        assert until(lambda: notifications_of(again, after.table("notifications"), "per_kept"))


@pytest.fixture(scope="module")
def running() -> Iterator[Engine]:
    with engine.running() as one:
        yield one


@pytest.mark.deployed
class TestChanges:
    """What happens to a stage on the engine when the next package is another one."""

    def test_of_the_api_keep_its_address(self, running: Engine) -> None:
        now = package(aws=False)
        first = deploy(running.cloud, "moved", now)
        paths = now.template["Resources"]["RestAPI"]["Properties"]["Body"]["paths"]
        paths["/another"] = paths["/stores"]
        second = deploy(running.cloud, "moved", Package(now.template, now.archive, now.target))
        answer = httpx.get(f"{second.api_url}/another", timeout=30)
        assert second.api_url == first.api_url
        assert answer.status_code == 401
        assert local.API_ID in second.api_url

    def test_that_fail_name_the_resource_and_can_be_mended(self, running: Engine, tmp_path: Path) -> None:
        running.cloud.client("s3").create_bucket(Bucket="templates")
        stack = CloudFormationStack(running.cloud, "guanxi-broken", "templates", lambda _: None)
        answer = {"RestApiId": "missing", "ResponseType": "NO_SUCH_TYPE"}
        kind = "AWS::ApiGateway::GatewayResponse"
        broken = {"Resources": {"NobodysAnswer": {"Type": kind, "Properties": answer}}}
        with pytest.raises(InfraError, match="NobodysAnswer"):
            stack.apply(broken, [], new=True)
        whole = {"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}
        assert not stack.exists()
        assert stack.apply(whole, [], new=True)
