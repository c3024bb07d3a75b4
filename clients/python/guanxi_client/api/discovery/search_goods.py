from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.search_goods_sort import SearchGoodsSort
from ...models.search_page import SearchPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    q: str | Unset = "",
    category: str | Unset = UNSET,
    price_min: int | Unset = UNSET,
    price_max: int | Unset = UNSET,
    currency: str | Unset = UNSET,
    attributes: str | Unset = UNSET,
    region: str | Unset = UNSET,
    rating: float | Unset = UNSET,
    in_stock: bool | Unset = False,
    wholesale: bool | Unset = False,
    near: str | Unset = UNSET,
    sort: SearchGoodsSort | Unset = "relevance",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["q"] = q

    params["category"] = category

    params["price_min"] = price_min

    params["price_max"] = price_max

    params["currency"] = currency

    params["attributes"] = attributes

    params["region"] = region

    params["rating"] = rating

    params["in_stock"] = in_stock

    params["wholesale"] = wholesale

    params["near"] = near

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/search",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SearchPage | None:
    if response.status_code == 200:
        response_200 = SearchPage.from_dict(response.json())

        return response_200

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
) -> Response[Problem | SearchPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = "",
    category: str | Unset = UNSET,
    price_min: int | Unset = UNSET,
    price_max: int | Unset = UNSET,
    currency: str | Unset = UNSET,
    attributes: str | Unset = UNSET,
    region: str | Unset = UNSET,
    rating: float | Unset = UNSET,
    in_stock: bool | Unset = False,
    wholesale: bool | Unset = False,
    near: str | Unset = UNSET,
    sort: SearchGoodsSort | Unset = "relevance",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[Problem | SearchPage]:
    """Search all goods on sale, by words or within a category. Ads among them are marked

    Args:
        q (str | Unset):  Default: ''.
        category (str | Unset):
        price_min (int | Unset):
        price_max (int | Unset):
        currency (str | Unset):
        attributes (str | Unset):
        region (str | Unset):
        rating (float | Unset):
        in_stock (bool | Unset):  Default: False.
        wholesale (bool | Unset):  Default: False.
        near (str | Unset):
        sort (SearchGoodsSort | Unset):  Default: 'relevance'.
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SearchPage]
    """

    kwargs = _get_kwargs(
        q=q,
        category=category,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        attributes=attributes,
        region=region,
        rating=rating,
        in_stock=in_stock,
        wholesale=wholesale,
        near=near,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = "",
    category: str | Unset = UNSET,
    price_min: int | Unset = UNSET,
    price_max: int | Unset = UNSET,
    currency: str | Unset = UNSET,
    attributes: str | Unset = UNSET,
    region: str | Unset = UNSET,
    rating: float | Unset = UNSET,
    in_stock: bool | Unset = False,
    wholesale: bool | Unset = False,
    near: str | Unset = UNSET,
    sort: SearchGoodsSort | Unset = "relevance",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Problem | SearchPage | None:
    """Search all goods on sale, by words or within a category. Ads among them are marked

    Args:
        q (str | Unset):  Default: ''.
        category (str | Unset):
        price_min (int | Unset):
        price_max (int | Unset):
        currency (str | Unset):
        attributes (str | Unset):
        region (str | Unset):
        rating (float | Unset):
        in_stock (bool | Unset):  Default: False.
        wholesale (bool | Unset):  Default: False.
        near (str | Unset):
        sort (SearchGoodsSort | Unset):  Default: 'relevance'.
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SearchPage
    """

    return sync_detailed(
        client=client,
        q=q,
        category=category,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        attributes=attributes,
        region=region,
        rating=rating,
        in_stock=in_stock,
        wholesale=wholesale,
        near=near,
        sort=sort,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = "",
    category: str | Unset = UNSET,
    price_min: int | Unset = UNSET,
    price_max: int | Unset = UNSET,
    currency: str | Unset = UNSET,
    attributes: str | Unset = UNSET,
    region: str | Unset = UNSET,
    rating: float | Unset = UNSET,
    in_stock: bool | Unset = False,
    wholesale: bool | Unset = False,
    near: str | Unset = UNSET,
    sort: SearchGoodsSort | Unset = "relevance",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Response[Problem | SearchPage]:
    """Search all goods on sale, by words or within a category. Ads among them are marked

    Args:
        q (str | Unset):  Default: ''.
        category (str | Unset):
        price_min (int | Unset):
        price_max (int | Unset):
        currency (str | Unset):
        attributes (str | Unset):
        region (str | Unset):
        rating (float | Unset):
        in_stock (bool | Unset):  Default: False.
        wholesale (bool | Unset):  Default: False.
        near (str | Unset):
        sort (SearchGoodsSort | Unset):  Default: 'relevance'.
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SearchPage]
    """

    kwargs = _get_kwargs(
        q=q,
        category=category,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        attributes=attributes,
        region=region,
        rating=rating,
        in_stock=in_stock,
        wholesale=wholesale,
        near=near,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    q: str | Unset = "",
    category: str | Unset = UNSET,
    price_min: int | Unset = UNSET,
    price_max: int | Unset = UNSET,
    currency: str | Unset = UNSET,
    attributes: str | Unset = UNSET,
    region: str | Unset = UNSET,
    rating: float | Unset = UNSET,
    in_stock: bool | Unset = False,
    wholesale: bool | Unset = False,
    near: str | Unset = UNSET,
    sort: SearchGoodsSort | Unset = "relevance",
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
) -> Problem | SearchPage | None:
    """Search all goods on sale, by words or within a category. Ads among them are marked

    Args:
        q (str | Unset):  Default: ''.
        category (str | Unset):
        price_min (int | Unset):
        price_max (int | Unset):
        currency (str | Unset):
        attributes (str | Unset):
        region (str | Unset):
        rating (float | Unset):
        in_stock (bool | Unset):  Default: False.
        wholesale (bool | Unset):  Default: False.
        near (str | Unset):
        sort (SearchGoodsSort | Unset):  Default: 'relevance'.
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SearchPage
    """

    return (
        await asyncio_detailed(
            client=client,
            q=q,
            category=category,
            price_min=price_min,
            price_max=price_max,
            currency=currency,
            attributes=attributes,
            region=region,
            rating=rating,
            in_stock=in_stock,
            wholesale=wholesale,
            near=near,
            sort=sort,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
