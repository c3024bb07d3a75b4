from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.group_view import GroupView
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    group_buy_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/group-buys/{group_buy_id}".format(
            group_buy_id=quote(str(group_buy_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GroupView | Problem | None:
    if response.status_code == 200:
        response_200 = GroupView.from_dict(response.json())

        return response_200

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[GroupView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    group_buy_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GroupView | Problem]:
    """See a group buy, and how many have joined

    Args:
        group_buy_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupView | Problem]
    """

    kwargs = _get_kwargs(
        group_buy_id=group_buy_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    group_buy_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> GroupView | Problem | None:
    """See a group buy, and how many have joined

    Args:
        group_buy_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupView | Problem
    """

    return sync_detailed(
        group_buy_id=group_buy_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    group_buy_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GroupView | Problem]:
    """See a group buy, and how many have joined

    Args:
        group_buy_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GroupView | Problem]
    """

    kwargs = _get_kwargs(
        group_buy_id=group_buy_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    group_buy_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> GroupView | Problem | None:
    """See a group buy, and how many have joined

    Args:
        group_buy_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GroupView | Problem
    """

    return (
        await asyncio_detailed(
            group_buy_id=group_buy_id,
            client=client,
        )
    ).parsed
