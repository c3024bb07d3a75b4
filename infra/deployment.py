"""Bring a package to a stage: on AWS or on the local engine, new or already there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from infra import local, site, template
from infra.cloud import Cloud
from infra.errors import InfraError
from infra.packaging import Package
from infra.site import Site
from infra.stack import Parameters, Stack
from infra.template import Template

_STAGE_NAME = re.compile(r"[a-z][a-z0-9]{0,19}")
_MISSING = ("404", "NoSuchBucket", "NotFound")


@dataclass(frozen=True)
class Deployment:
    """A stage that is up."""

    stage: str
    api_url: str
    """Without a trailing slash."""
    media_bucket: str
    site_bucket: str
    site_digest: str
    """The web client's version that the pages name: what its files' keys begin with."""
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
    gateway: str = "sandbox",
    settings: Mapping[str, str] | None = None,
    trace: bool = False,
    client: Site | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Deployment:
    """Create the stage, or bring it up to date; with `trace`, X-Ray sees each AWS call.

    The web client is what is in `webapp/` unless another is given. It is uploaded before a page names it;
    only a new stage has to have its bucket first. Raises InfraError with the failed resource and its reason.
    """
    if not _STAGE_NAME.fullmatch(stage):
        raise InfraError(
            f"'{stage}' can't name a stage: use up to 20 small letters and digits, a letter first."
        )
    bucket = _deploy_bucket(cloud, stage)
    key = f"{package.digest}.zip"
    _upload(cloud.client("s3"), bucket, key, package)
    stack = Stack(cloud, f"guanxi-{stage}", bucket, say)
    wanted = template.with_code(package.template, bucket, key)
    new = not stack.exists()
    if cloud.local and not new:
        _make_way_for_api(stack, wanted)
    client = client or site.gather()
    given = _parameters(cloud, stage, public_url, gateway, settings, trace=trace, digest=client.digest)
    ready = stack.outputs().get("SiteBucket")
    if ready:
        site.publish(cloud, ready, client)
    changed = stack.apply(wanted, given, new=new)
    deployment = _deployment(cloud, stage, stack.outputs(), new=new)
    if not ready:
        site.publish(cloud, deployment.site_bucket, client)
    site.forget_old(cloud, deployment.site_bucket, client.digest)
    if cloud.local and changed:
        local.set_preflights(cloud.client("apigateway"), wanted)
    return deployment


def _deploy_bucket(cloud: Cloud, stage: str) -> str:
    """The bucket of packages and templates; it is made when it is missing."""
    account = cloud.client("sts").get_caller_identity()["Account"]
    s3, region = cloud.client("s3"), cloud.session.region_name
    name = f"guanxi-{stage}-deploy-{account}-{region}"
    try:
        s3.head_bucket(Bucket=name)
    except ClientError as error:
        if error.response["Error"]["Code"] not in _MISSING:
            raise InfraError(f"The deploy bucket {name} can't be used: {error}") from error
        place = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
        s3.create_bucket(Bucket=name, **place)
        closed = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=dict.fromkeys(closed, True))
    return name


def _upload(s3: Any, bucket: str, key: str, package: Package) -> None:
    """Put the zip in the deploy bucket, unless it is there: its name tells its content."""
    try:
        s3.head_object(Bucket=bucket, Key=key)
    except ClientError:
        s3.put_object(Bucket=bucket, Key=key, Body=package.archive.read_bytes())


def _parameters(
    cloud: Cloud,
    stage: str,
    public_url: str,
    gateway: str = "sandbox",
    settings: Mapping[str, str] | None = None,
    *,
    trace: bool,
    digest: str = "",
) -> Parameters:
    """The template's parameters."""
    given = {
        "Stage": stage,
        "PublicUrl": public_url,
        "Gateway": gateway,
        "Settings": json.dumps(settings or {}),
        "TraceDisabled": str(not trace).lower(),
        "SiteDigest": digest,
    }
    if cloud.endpoint:
        given["LocalEngineUrl"] = cloud.endpoint
    return [{"ParameterKey": name, "ParameterValue": value} for name, value in given.items()]


def _make_way_for_api(stack: Stack, wanted: Template) -> None:
    """Take the local API down when it is to change: the engine makes a new one, with the old one's id."""
    now = stack.template()
    if local.api_of(now) not in (None, local.api_of(wanted)):
        kept = [{"ParameterKey": name, "UsePreviousValue": True} for name in now["Parameters"]]
        stack.apply(local.without_api(now), kept, new=False)


def _deployment(cloud: Cloud, stage: str, outputs: dict[str, str], *, new: bool) -> Deployment:
    api_url = outputs["EndpointURL"].rstrip("/")
    if cloud.local:
        api_url = f"{cloud.endpoint}/_aws/execute-api/{outputs['RestAPIId']}/{api_url.rpartition('/')[2]}"
    return Deployment(
        stage=stage,
        api_url=api_url,
        media_bucket=outputs["MediaBucket"],
        site_bucket=outputs["SiteBucket"],
        site_digest=outputs["SiteDigest"],
        user_pool_id=outputs["UserPoolId"],
        user_pool_client_id=outputs["UserPoolClientId"],
        new=new,
    )
