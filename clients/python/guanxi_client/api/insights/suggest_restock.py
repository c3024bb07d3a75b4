from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.restock_view import RestockView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    listing_id: str,
    *,
    transit_days: int | Unset = 4,
    cover_days: int | Unset = 14,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["transit_days"] = transit_days

    params["cover_days"] = cover_days

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/listings/{listing_id}/restock".format(
            listing_id=quote(str(listing_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RestockView | None:
    if response.status_code == 200:
        response_200 = RestockView.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[Problem | RestockView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    listing_id: str,
    *,
    client: AuthenticatedClient,
    transit_days: int | Unset = 4,
    cover_days: int | Unset = 14,
) -> Response[Problem | RestockView]:
    """See when to order goods again that one bought wholesale, and how many cases

    Args:
        listing_id (str):
        transit_days (int | Unset):  Default: 4.
        cover_days (int | Unset):  Default: 14.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RestockView]
    """

    kwargs = _get_kwargs(
        listing_id=listing_id,
        transit_days=transit_days,
        cover_days=cover_days,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    listing_id: str,
    *,
    client: AuthenticatedClient,
    transit_days: int | Unset = 4,
    cover_days: int | Unset = 14,
) -> Problem | RestockView | None:
    """See when to order goods again that one bought wholesale, and how many cases

    Args:
        listing_id (str):
        transit_days (int | Unset):  Default: 4.
        cover_days (int | Unset):  Default: 14.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RestockView
    """

    return sync_detailed(
        listing_id=listing_id,
        client=client,
        transit_days=transit_days,
        cover_days=cover_days,
    ).parsed


async def asyncio_detailed(
    listing_id: str,
    *,
    client: AuthenticatedClient,
    transit_days: int | Unset = 4,
    cover_days: int | Unset = 14,
) -> Response[Problem | RestockView]:
    """See when to order goods again that one bought wholesale, and how many cases

    Args:
        listing_id (str):
        transit_days (int | Unset):  Default: 4.
        cover_days (int | Unset):  Default: 14.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RestockView]
    """

    kwargs = _get_kwargs(
        listing_id=listing_id,
        transit_days=transit_days,
        cover_days=cover_days,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    listing_id: str,
    *,
    client: AuthenticatedClient,
    transit_days: int | Unset = 4,
    cover_days: int | Unset = 14,
) -> Problem | RestockView | None:
    """See when to order goods again that one bought wholesale, and how many cases

    Args:
        listing_id (str):
        transit_days (int | Unset):  Default: 4.
        cover_days (int | Unset):  Default: 14.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RestockView
    """

    return (
        await asyncio_detailed(
            listing_id=listing_id,
            client=client,
            transit_days=transit_days,
            cover_days=cover_days,
        )
    ).parsed
