from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_contracts_role import ListContractsRole
from ...models.problem import Problem
from ...models.work_contracts_view import WorkContractsView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    role: ListContractsRole | Unset = "merchant",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_role: str | Unset = UNSET
    if not isinstance(role, Unset):
        json_role = role

    params["role"] = json_role

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/contracts",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | WorkContractsView | None:
    if response.status_code == 200:
        response_200 = WorkContractsView.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

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
) -> Response[Problem | WorkContractsView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    role: ListContractsRole | Unset = "merchant",
) -> Response[Problem | WorkContractsView]:
    """List one's contracts, as a merchant or as a partner

    Args:
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        role (ListContractsRole | Unset):  Default: 'merchant'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WorkContractsView]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        role=role,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    role: ListContractsRole | Unset = "merchant",
) -> Problem | WorkContractsView | None:
    """List one's contracts, as a merchant or as a partner

    Args:
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        role (ListContractsRole | Unset):  Default: 'merchant'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WorkContractsView
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        role=role,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    role: ListContractsRole | Unset = "merchant",
) -> Response[Problem | WorkContractsView]:
    """List one's contracts, as a merchant or as a partner

    Args:
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        role (ListContractsRole | Unset):  Default: 'merchant'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WorkContractsView]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        role=role,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    role: ListContractsRole | Unset = "merchant",
) -> Problem | WorkContractsView | None:
    """List one's contracts, as a merchant or as a partner

    Args:
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        role (ListContractsRole | Unset):  Default: 'merchant'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WorkContractsView
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            role=role,
        )
    ).parsed
