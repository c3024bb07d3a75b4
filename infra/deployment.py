"""Bring a package to a stage: on AWS or on the local engine, new or already there."""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from infra import local, template
from infra.cloud import Cloud
from infra.errors import InfraError
from infra.packaging import Package
from infra.template import Template

STAGE_NAME = re.compile(r"[a-z][a-z0-9]{0,19}")

_BUSY = re.compile(r"_IN_PROGRESS$")
_DEAD_ON_ARRIVAL = ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "REVIEW_IN_PROGRESS")
_CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
_PATIENCE = 30 * 60.0


@dataclass(frozen=True)
class Deployment:
    """A stage that is up."""

    stage: str
    api_url: str
    """Without a trailing slash."""
    media_bucket: str
    user_pool_id: str
    user_pool_client_id: str
    new: bool
    """Whether the stage wasn't there before."""

    def table(self, domain: str) -> str:
        """The name of a domain's table."""
        return f"guanxi-{self.stage}-{domain}"


def deploy(
    cloud: Cloud,
    stage: str,
    package: Package,
    *,
    public_url: str = "",
    say: Callable[[str], None] = lambda _: None,
) -> Deployment:
    """Create the stage, or bring it up to date. Raises InfraError with the failed resource and its reason."""
    if not STAGE_NAME.fullmatch(stage):
        raise InfraError(
            f"'{stage}' can't be a stage's name: it takes a letter and up to 19 letters or digits, small."
        )
    account = cloud.client("sts").get_caller_identity()["Account"]
    bucket = _deploy_bucket(cloud, stage, account)
    key = f"{package.digest}.zip"
    _upload(cloud, bucket, key, package)
    wanted = template.with_code(package.template, bucket, key)
    stack = f"guanxi-{stage}"
    there = _status(cloud, stack)
    if there in _DEAD_ON_ARRIVAL:
        say("removing what an earlier failed attempt left")
        cloud.client("cloudformation").delete_stack(StackName=stack)
        _wait(cloud, stack, say)
        there = None
    if there and cloud.local:
        _make_way_for_api(cloud, stack, bucket, wanted, say)
    given = _parameters(cloud, stage, public_url, new=there is None)
    changed = _apply(cloud, stack, bucket, wanted, given, say, new=there is None)
    if changed and cloud.local:
        local.set_preflights(cloud.client("apigateway"), wanted)
    return _deployment(cloud, stack, stage, new=there is None)


def _deploy_bucket(cloud: Cloud, stage: str, account: str) -> str:
    """The bucket of packages and templates; it is made when it is missing."""
    s3, region = cloud.client("s3"), cloud.session.region_name
    name = f"guanxi-{stage}-deploy-{account}-{region}"
    try:
        s3.head_bucket(Bucket=name)
    except ClientError as error:
        if error.response["Error"]["Code"] not in ("404", "NoSuchBucket", "NotFound"):
            raise InfraError(f"The deploy bucket {name} can't be used: {error}") from error
        place = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        s3.create_bucket(Bucket=name, **place)
        closed = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=dict.fromkeys(closed, True))
    return name


def _upload(cloud: Cloud, bucket: str, key: str, package: Package) -> None:
    s3 = cloud.client("s3")
    try:
        s3.head_object(Bucket=bucket, Key=key)
    except ClientError:
        s3.put_object(Bucket=bucket, Key=key, Body=package.archive.read_bytes())


def _parameters(cloud: Cloud, stage: str, public_url: str, *, new: bool) -> list[dict[str, Any]]:
    """The template's parameters. The secret is made once and then kept."""
    given = {"Stage": stage, "PublicUrl": public_url} | (
        {"LocalEngineUrl": cloud.endpoint} if cloud.local else {}
    )
    secret = {"ParameterValue": secrets.token_urlsafe(32)} if new else {"UsePreviousValue": True}
    return [{"ParameterKey": name, "ParameterValue": value} for name, value in given.items()] + [
        {"ParameterKey": "NoticeSecret", **secret}
    ]


def _make_way_for_api(
    cloud: Cloud, stack: str, bucket: str, wanted: Template, say: Callable[[str], None]
) -> None:
    """Take the local API down when it is to change: the engine makes a new one, whose id is the old one's."""
    body = cloud.client("cloudformation").get_template(StackName=stack)["TemplateBody"]
    now = json.loads(body) if isinstance(body, str) else body
    if local.api_of(now) not in (None, local.api_of(wanted)):
        kept = [{"ParameterKey": name, "UsePreviousValue": True} for name in now["Parameters"]]
        _apply(cloud, stack, bucket, local.without_api(now), kept, say, new=False)


def _apply(
    cloud: Cloud,
    stack: str,
    bucket: str,
    wanted: Template,
    parameters: list[dict[str, Any]],
    say: Callable[[str], None],
    *,
    new: bool,
) -> bool:
    """Create or update the stack and wait for its end; answers whether there was anything to do."""
    cfn = cloud.client("cloudformation")
    text = json.dumps(wanted, sort_keys=True)
    request = {"StackName": stack, "Parameters": parameters, "Capabilities": _CAPABILITIES}
    request["TemplateURL"] = _put_template(cloud, bucket, text)
    try:
        cfn.create_stack(**request) if new else cfn.update_stack(**request)
    except ClientError as error:
        if "No updates are to be performed" in str(error):
            return False
        raise InfraError(f"CloudFormation refused the template of {stack}: {error}") from error
    status = _wait(cloud, stack, say)
    if status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
        raise InfraError(f"The deployment of {stack} failed ({status}). {_first_failure(cloud, stack)}")
    return True


def _put_template(cloud: Cloud, bucket: str, text: str) -> str:
    """The template's address: it is too long to be sent with the request."""
    cloud.client("s3").put_object(Bucket=bucket, Key="template.json", Body=text.encode())
    if cloud.local:
        return f"{cloud.endpoint}/{bucket}/template.json"
    return f"https://{bucket}.s3.{cloud.session.region_name}.amazonaws.com/template.json"


def _status(cloud: Cloud, stack: str) -> str | None:
    try:
        found = cloud.client("cloudformation").describe_stacks(StackName=stack)["Stacks"]
    except ClientError as error:
        if "does not exist" in str(error):
            return None
        raise
    status: str = found[0]["StackStatus"]
    return None if status == "DELETE_COMPLETE" else status


def _wait(cloud: Cloud, stack: str, say: Callable[[str], None]) -> str | None:
    """Wait until CloudFormation rests; tells each new state."""
    until, told = time.monotonic() + _PATIENCE, None
    while time.monotonic() < until:
        status = _status(cloud, stack)
        if status is None or not _BUSY.search(status):
            return status
        if status != told:
            say(status.lower().replace("_", " "))
            told = status
        time.sleep(0.1 if cloud.local else 5)
    raise InfraError(
        f"CloudFormation still works on {stack} after {_PATIENCE / 60:.0f} minutes: look at its console."
    )


def _first_failure(cloud: Cloud, stack: str) -> str:
    """The resource that failed first, and why: what comes after is only the rollback."""
    events = cloud.client("cloudformation").describe_stack_events(StackName=stack)["StackEvents"]
    for event in reversed(_since_start(events, stack)):
        reason = event.get("ResourceStatusReason", "")
        if event["ResourceStatus"].endswith("_FAILED") and "cancelled" not in reason:
            return f"{event['LogicalResourceId']} ({event['ResourceType']}): {reason}"
    return "CloudFormation gives no reason."


def _since_start(events: list[dict[str, Any]], stack: str) -> list[dict[str, Any]]:
    """The events of the last attempt. CloudFormation tells the newest first."""
    for position, event in enumerate(events):
        begins = event["ResourceStatus"] in ("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS")
        if begins and event["LogicalResourceId"] == stack:
            return events[: position + 1]
    return events


def _deployment(cloud: Cloud, stack: str, stage: str, *, new: bool) -> Deployment:
    found = cloud.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in found["Outputs"]}
    api_url = outputs["EndpointURL"].rstrip("/")
    if cloud.local:
        api_url = f"{cloud.endpoint}/_aws/execute-api/{outputs['RestAPIId']}/{api_url.rpartition('/')[2]}"
    return Deployment(
        stage=stage,
        api_url=api_url,
        media_bucket=outputs["MediaBucket"],
        user_pool_id=outputs["UserPoolId"],
        user_pool_client_id=outputs["UserPoolClientId"],
        new=new,
    )
