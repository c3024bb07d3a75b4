"""Where the story is played: on the stage that is named, else on the one that `make run` has up, else on one
of its own, which is gone when the story is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from urllib.parse import urlsplit

import httpx

from infra import engine
from infra.cloud import Cloud
from infra.deployment import deploy
from infra.packaging import package
from infra.progress import step
from infra.run import STAGE
from infra.stack import Stack
from story.tale import Trouble

OWN = "story"


@contextmanager
def found(api: str | None, port: int) -> Iterator[str]:
    """The address of a stage's API, without a trailing slash. Raises Trouble, InfraError."""
    if api:
        yield api.rstrip("/")
    elif up := running(port):
        yield up
    else:
        with ExitStack() as afterwards:
            with step("Starting an engine of its own"):
                packed = package(aws=False)
                own = afterwards.enter_context(engine.running())
            with step("Deploying a stage"):
                url = deploy(own.cloud, OWN, packed).api_url
            yield url


def courier_secret(api_url: str) -> str | None:
    """What couriers' keys are made of, where anybody may know it: on a local engine. None elsewhere."""
    if (cloud := _local(api_url)) is None:
        return None
    secrets = cloud.client("secretsmanager")
    names = [one["Name"] for one in secrets.list_secrets(MaxResults=100)["SecretList"]]
    found = [name for name in names if name.endswith("-courier-secret")]
    known: str | None = secrets.get_secret_value(SecretId=found[0])["SecretString"] if found else None
    return known


def let_operate(api_url: str, email: str) -> bool:
    """Put somebody among the operators, where anybody may: on a local engine. Answers whether it was done."""
    if (cloud := _local(api_url)) is None:
        return False
    people = cloud.client("cognito-idp")
    for pool in people.list_user_pools(MaxResults=60)["UserPools"]:
        with suppress(people.exceptions.UserNotFoundException):
            people.admin_add_user_to_group(UserPoolId=pool["Id"], Username=email, GroupName="operators")
            return True
    return False


def _local(api_url: str) -> Cloud | None:
    url = urlsplit(api_url)
    if url.hostname != engine.HOST:
        return None
    engine_url = f"http://{url.netloc}"
    return Cloud(region=engine.REGION, endpoint=engine_url, access_key="test", secret_key="test")  # noqa: S106


def running(port: int, name: str = STAGE) -> str | None:
    """The address of the stage that a local engine has up; None when no engine listens.

    Raises Trouble when there is an engine, but not the stage.
    """
    url = f"http://{engine.HOST}:{port}"
    try:
        if httpx.get(f"{url}/_ministack/health", timeout=5).status_code != 200:
            return None
    except httpx.HTTPError:
        return None
    cloud = Cloud(region=engine.REGION, endpoint=url, access_key="test", secret_key="test")  # noqa: S106
    stack = Stack(cloud, f"guanxi-{name}", "", lambda _: None)
    if not (stack.status() or "").endswith("E_COMPLETE"):
        raise Trouble(
            f"The engine at port {port} has no stage yet: wait until `make run` says that it is up."
        )
    told = stack.outputs()
    return f"{url}/_aws/execute-api/{told['RestAPIId']}/{told['EndpointURL'].rstrip('/').rpartition('/')[2]}"
