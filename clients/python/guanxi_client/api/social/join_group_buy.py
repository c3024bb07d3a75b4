from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.membership_view import MembershipView
from ...models.new_member import NewMember
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group_buy_id: str,
    *,
    body: NewMember,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/group-buys/{group_buy_id}/members".format(
            group_buy_id=quote(str(group_buy_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MembershipView | Problem | None:
    if response.status_code == 201:
        response_201 = MembershipView.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 402:
        response_402 = Problem.from_dict(response.json())

        return response_402

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[MembershipView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    group_buy_id: str,
    *,
    client: AuthenticatedClient,
    body: NewMember,
    idempotency_key: str | Unset = UNSET,
) -> Response[MembershipView | Problem]:
    """Join a group buy and pay: if it fills the order goes ahead, else all the money comes back

    Args:
        group_buy_id (str):
        idempotency_key (str | Unset):
        body (NewMember): Where the piece goes, if enough join; with a PIN, if the wallet has one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MembershipView | Problem]
    """

    kwargs = _get_kwargs(
        group_buy_id=group_buy_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    group_buy_id: str,
    *,
    client: AuthenticatedClient,
    body: NewMember,
    idempotency_key: str | Unset = UNSET,
) -> MembershipView | Problem | None:
    """Join a group buy and pay: if it fills the order goes ahead, else all the money comes back

    Args:
        group_buy_id (str):
        idempotency_key (str | Unset):
        body (NewMember): Where the piece goes, if enough join; with a PIN, if the wallet has one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MembershipView | Problem
    """

    return sync_detailed(
        group_buy_id=group_buy_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    group_buy_id: str,
    *,
    client: AuthenticatedClient,
    body: NewMember,
    idempotency_key: str | Unset = UNSET,
) -> Response[MembershipView | Problem]:
    """Join a group buy and pay: if it fills the order goes ahead, else all the money comes back

    Args:
        group_buy_id (str):
        idempotency_key (str | Unset):
        body (NewMember): Where the piece goes, if enough join; with a PIN, if the wallet has one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MembershipView | Problem]
    """

    kwargs = _get_kwargs(
        group_buy_id=group_buy_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    group_buy_id: str,
    *,
    client: AuthenticatedClient,
    body: NewMember,
    idempotency_key: str | Unset = UNSET,
) -> MembershipView | Problem | None:
    """Join a group buy and pay: if it fills the order goes ahead, else all the money comes back

    Args:
        group_buy_id (str):
        idempotency_key (str | Unset):
        body (NewMember): Where the piece goes, if enough join; with a PIN, if the wallet has one.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MembershipView | Problem
    """

    return (
        await asyncio_detailed(
            group_buy_id=group_buy_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
