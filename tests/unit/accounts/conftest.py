"""A user pool for the tests of accounts, as the template defines it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from moto.cognitoidp.models import cognitoidp_backends
from moto.core import DEFAULT_ACCOUNT_ID as ACCOUNT

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from tests.unit.conftest import resources


@pytest.fixture(scope="package")
def pool_and_client(account: None) -> tuple[str, str]:
    """The ids of a user pool and of the app's client of it."""
    cognito = aws.client("cognito-idp")
    (defined,) = resources("AWS::Cognito::UserPool")
    pool_id = cognito.create_user_pool(
        PoolName="unit", UsernameAttributes=defined["UsernameAttributes"], Policies=defined["Policies"]
    )["UserPool"]["Id"]
    app_client = cognito.create_user_pool_client(
        UserPoolId=pool_id,
        ClientName="app",
        ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    )["UserPoolClient"]
    return pool_id, app_client["ClientId"]


@pytest.fixture
def pool(pool_and_client: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The app uses a user pool in which nobody is."""
    pool_id, client_id = pool_and_client
    cognitoidp_backends[ACCOUNT]["us-east-1"].user_pools[pool_id].users.clear()
    monkeypatch.setenv("USER_POOL_ID", pool_id)
    monkeypatch.setenv("USER_POOL_CLIENT_ID", client_id)
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()
