import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.compare_for_order_rank_by import (
    CompareForOrderRankBy,
)
from ...models.comparison_view import ComparisonView
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    order_id: str,
    *,
    origin: str,
    grams: int,
    length_mm: int | Unset = 200,
    width_mm: int | Unset = 150,
    height_mm: int | Unset = 100,
    rank_by: CompareForOrderRankBy | Unset = "blend",
    wanted_by: datetime.date | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["origin"] = origin

    params["grams"] = grams

    params["length_mm"] = length_mm

    params["width_mm"] = width_mm

    params["height_mm"] = height_mm

    json_rank_by: str | Unset = UNSET
    if not isinstance(rank_by, Unset):
        json_rank_by = rank_by

    params["rank_by"] = json_rank_by

    json_wanted_by: str | Unset = UNSET
    if not isinstance(wanted_by, Unset):
        json_wanted_by = wanted_by.isoformat()
    params["wanted_by"] = json_wanted_by

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/orders/{order_id}/quotes".format(
            order_id=quote(str(order_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ComparisonView | Problem | None:
    if response.status_code == 200:
        response_200 = ComparisonView.from_dict(response.json())

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
) -> Response[ComparisonView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    order_id: str,
    *,
    client: AuthenticatedClient,
    origin: str,
    grams: int,
    length_mm: int | Unset = 200,
    width_mm: int | Unset = 150,
    height_mm: int | Unset = 100,
    rank_by: CompareForOrderRankBy | Unset = "blend",
    wanted_by: datetime.date | Unset = UNSET,
) -> Response[ComparisonView | Problem]:
    """Compare the couriers that can bring an order to its buyer

    Args:
        order_id (str):
        origin (str):
        grams (int):
        length_mm (int | Unset):  Default: 200.
        width_mm (int | Unset):  Default: 150.
        height_mm (int | Unset):  Default: 100.
        rank_by (CompareForOrderRankBy | Unset):  Default: 'blend'.
        wanted_by (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComparisonView | Problem]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        origin=origin,
        grams=grams,
        length_mm=length_mm,
        width_mm=width_mm,
        height_mm=height_mm,
        rank_by=rank_by,
        wanted_by=wanted_by,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    order_id: str,
    *,
    client: AuthenticatedClient,
    origin: str,
    grams: int,
    length_mm: int | Unset = 200,
    width_mm: int | Unset = 150,
    height_mm: int | Unset = 100,
    rank_by: CompareForOrderRankBy | Unset = "blend",
    wanted_by: datetime.date | Unset = UNSET,
) -> ComparisonView | Problem | None:
    """Compare the couriers that can bring an order to its buyer

    Args:
        order_id (str):
        origin (str):
        grams (int):
        length_mm (int | Unset):  Default: 200.
        width_mm (int | Unset):  Default: 150.
        height_mm (int | Unset):  Default: 100.
        rank_by (CompareForOrderRankBy | Unset):  Default: 'blend'.
        wanted_by (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComparisonView | Problem
    """

    return sync_detailed(
        order_id=order_id,
        client=client,
        origin=origin,
        grams=grams,
        length_mm=length_mm,
        width_mm=width_mm,
        height_mm=height_mm,
        rank_by=rank_by,
        wanted_by=wanted_by,
    ).parsed


async def asyncio_detailed(
    order_id: str,
    *,
    client: AuthenticatedClient,
    origin: str,
    grams: int,
    length_mm: int | Unset = 200,
    width_mm: int | Unset = 150,
    height_mm: int | Unset = 100,
    rank_by: CompareForOrderRankBy | Unset = "blend",
    wanted_by: datetime.date | Unset = UNSET,
) -> Response[ComparisonView | Problem]:
    """Compare the couriers that can bring an order to its buyer

    Args:
        order_id (str):
        origin (str):
        grams (int):
        length_mm (int | Unset):  Default: 200.
        width_mm (int | Unset):  Default: 150.
        height_mm (int | Unset):  Default: 100.
        rank_by (CompareForOrderRankBy | Unset):  Default: 'blend'.
        wanted_by (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComparisonView | Problem]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        origin=origin,
        grams=grams,
        length_mm=length_mm,
        width_mm=width_mm,
        height_mm=height_mm,
        rank_by=rank_by,
        wanted_by=wanted_by,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    order_id: str,
    *,
    client: AuthenticatedClient,
    origin: str,
    grams: int,
    length_mm: int | Unset = 200,
    width_mm: int | Unset = 150,
    height_mm: int | Unset = 100,
    rank_by: CompareForOrderRankBy | Unset = "blend",
    wanted_by: datetime.date | Unset = UNSET,
) -> ComparisonView | Problem | None:
    """Compare the couriers that can bring an order to its buyer

    Args:
        order_id (str):
        origin (str):
        grams (int):
        length_mm (int | Unset):  Default: 200.
        width_mm (int | Unset):  Default: 150.
        height_mm (int | Unset):  Default: 100.
        rank_by (CompareForOrderRankBy | Unset):  Default: 'blend'.
        wanted_by (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComparisonView | Problem
    """

    return (
        await asyncio_detailed(
            order_id=order_id,
            client=client,
            origin=origin,
            grams=grams,
            length_mm=length_mm,
            width_mm=width_mm,
            height_mm=height_mm,
            rank_by=rank_by,
            wanted_by=wanted_by,
        )
    ).parsed
