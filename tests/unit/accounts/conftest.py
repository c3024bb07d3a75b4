"""A user pool for the tests of accounts, as the template defines it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from tests.unit.conftest import resources


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The id of a fresh user pool, which the app uses."""
    cognito = aws.client("cognito-idp")
    (defined,) = resources("AWS::Cognito::UserPool")
    pool_id: str = cognito.create_user_pool(
        PoolName="unit", UsernameAttributes=defined["UsernameAttributes"], Policies=defined["Policies"]
    )["UserPool"]["Id"]
    app_client = cognito.create_user_pool_client(
        UserPoolId=pool_id,
        ClientName="app",
        ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    )["UserPoolClient"]
    monkeypatch.setenv("USER_POOL_ID", pool_id)
    monkeypatch.setenv("USER_POOL_CLIENT_ID", app_client["ClientId"])
    settings.cache_clear()
    yield pool_id
    cognito.delete_user_pool(UserPoolId=pool_id)
    monkeypatch.undo()
    settings.cache_clear()
