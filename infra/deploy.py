"""`make deploy STAGE=…`: the same package and the same CloudFormation on AWS."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.foundation.config import ADJUSTABLE
from infra.cloud import Cloud
from infra.deployment import deploy
from infra.errors import InfraError
from infra.packaging import package
from infra.progress import step


def main(arguments: Sequence[str] | None = None) -> int:
    """Deploy; answers the exit code."""
    wish = _wish(arguments)
    try:
        cloud = Cloud(region=wish.region)
        account = _check(cloud)
        with step("Packaging the app for AWS"):
            packed = package(aws=True, own_key=wish.own_key)
        with step(f"Deploying {wish.stage} to {account}, {cloud.session.region_name}") as say:
            stage = deploy(
                cloud,
                wish.stage,
                packed,
                public_url=wish.public_url,
                gateway=wish.gateway,
                settings=dict(wish.settings),
                trace=wish.trace,
                say=say,
            )
    except (InfraError, BotoCoreError, ClientError) as error:
        print(f"\n  {error}", file=sys.stderr)
        return 1
    if not packed.target.compiles:
        print(
            f"\n  Deployed from Python {packed.target.python}, its code would be compiled and start quicker."
        )
    print(f"\n  {wish.stage} is up: {stage.api_url}\n")
    return 0


def _wish(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make deploy", description="Deploy a stage to AWS.")
    parser.add_argument("--stage", required=True, help="the stage's name: small letters and digits")
    parser.add_argument("--region", help="the AWS region; else that of the AWS profile")
    parser.add_argument("--public-url", default="", help="the address people see, if the stage has a domain")
    parser.add_argument(
        "--gateway",
        choices=("sandbox", "stripe"),
        default="sandbox",
        help="what the stage's money goes through; the sandbox moves none",
    )
    parser.add_argument(
        "--set",
        dest="settings",
        metavar="NAME=VALUE",
        type=_setting,
        action="append",
        default=[],
        help=f"what this stage does otherwise: {', '.join(sorted(ADJUSTABLE))}",
    )
    parser.add_argument("--trace", action="store_true", help="let X-Ray see each AWS call of the functions")
    parser.add_argument(
        "--aws-keys",
        dest="own_key",
        action="store_false",
        help="encrypt by AWS's keys, free of charge, instead of one of the stage's own",
    )
    return parser.parse_args(arguments)


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or name not in ADJUSTABLE:
        raise argparse.ArgumentTypeError(f"'{name}' can't be set; what can: {', '.join(sorted(ADJUSTABLE))}")
    return name, value


def _check(cloud: Cloud) -> str:
    """The account of the credentials. Raises InfraError when there are none, or no region."""
    if cloud.session.get_credentials() is None:
        raise InfraError(
            "There are no AWS credentials: run `aws configure sso` or set AWS_PROFILE, then try again."
        )
    if not cloud.session.region_name:
        raise InfraError("Which AWS region? Set AWS_REGION, or a region in your AWS profile.")
    try:
        account: str = cloud.client("sts").get_caller_identity()["Account"]
    except (BotoCoreError, ClientError) as error:
        raise InfraError(f"AWS doesn't accept these credentials: {error}") from error
    return account


if __name__ == "__main__":
    sys.exit(main())
