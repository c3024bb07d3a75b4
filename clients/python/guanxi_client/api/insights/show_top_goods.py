from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.show_top_goods_by import ShowTopGoodsBy
from ...models.top_goods import TopGoods
from ...types import UNSET, Response, Unset


def _get_kwargs(
    store_id: str,
    *,
    of: str,
    by: ShowTopGoodsBy | Unset = "looks",
    limit: int | Unset = 10,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["of"] = of

    json_by: str | Unset = UNSET
    if not isinstance(by, Unset):
        json_by = by

    params["by"] = json_by

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/stores/{store_id}/insights/goods".format(
            store_id=quote(str(store_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TopGoods | None:
    if response.status_code == 200:
        response_200 = TopGoods.from_dict(response.json())

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
) -> Response[Problem | TopGoods]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    store_id: str,
    *,
    client: AuthenticatedClient,
    of: str,
    by: ShowTopGoodsBy | Unset = "looks",
    limit: int | Unset = 10,
) -> Response[Problem | TopGoods]:
    """See which goods are looked at most, or sell for most

    Args:
        store_id (str):
        of (str):
        by (ShowTopGoodsBy | Unset):  Default: 'looks'.
        limit (int | Unset):  Default: 10.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TopGoods]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        of=of,
        by=by,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    store_id: str,
    *,
    client: AuthenticatedClient,
    of: str,
    by: ShowTopGoodsBy | Unset = "looks",
    limit: int | Unset = 10,
) -> Problem | TopGoods | None:
    """See which goods are looked at most, or sell for most

    Args:
        store_id (str):
        of (str):
        by (ShowTopGoodsBy | Unset):  Default: 'looks'.
        limit (int | Unset):  Default: 10.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TopGoods
    """

    return sync_detailed(
        store_id=store_id,
        client=client,
        of=of,
        by=by,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    store_id: str,
    *,
    client: AuthenticatedClient,
    of: str,
    by: ShowTopGoodsBy | Unset = "looks",
    limit: int | Unset = 10,
) -> Response[Problem | TopGoods]:
    """See which goods are looked at most, or sell for most

    Args:
        store_id (str):
        of (str):
        by (ShowTopGoodsBy | Unset):  Default: 'looks'.
        limit (int | Unset):  Default: 10.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TopGoods]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        of=of,
        by=by,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    store_id: str,
    *,
    client: AuthenticatedClient,
    of: str,
    by: ShowTopGoodsBy | Unset = "looks",
    limit: int | Unset = 10,
) -> Problem | TopGoods | None:
    """See which goods are looked at most, or sell for most

    Args:
        store_id (str):
        of (str):
        by (ShowTopGoodsBy | Unset):  Default: 'looks'.
        limit (int | Unset):  Default: 10.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TopGoods
    """

    return (
        await asyncio_detailed(
            store_id=store_id,
            client=client,
            of=of,
            by=by,
            limit=limit,
        )
    ).parsed
