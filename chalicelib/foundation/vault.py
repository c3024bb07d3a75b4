"""Secrets, read from Secrets Manager when they are first needed and kept for a while.

A process that never needs one reads none and doesn't load what reads it: Powertools' parameters bring boto3
along, which a cold start shouldn't wait for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.parameters import SecretsProvider

MAX_AGE = 300
"""For how many seconds a secret is kept: so long an old one may hold after it was changed."""


def secret(name: str) -> str:
    """A secret of this stage. 1 read in five minutes. Raises botocore's errors, as any AWS call."""
    from aws_lambda_powertools.utilities.parameters.exceptions import GetParameterError

    try:
        return str(_provider().get(settings().secret(name), max_age=MAX_AGE))
    except GetParameterError as error:
        # It keeps only the text of AWS's refusal, from which nobody can tell whether it will pass.
        raise (error.__context__ or error) from None


def forget() -> None:
    """Read all anew from now on: for tests."""
    _provider.cache_clear()


@cache
def _provider() -> SecretsProvider:
    from aws_lambda_powertools.utilities.parameters import SecretsProvider

    return SecretsProvider(boto3_client=aws.client("secretsmanager"))
