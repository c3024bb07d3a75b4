from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.my_promotion_view import MyPromotionView
from ...models.new_promotion_type_0 import NewPromotionType0
from ...models.new_promotion_type_1 import NewPromotionType1
from ...models.new_promotion_type_2 import NewPromotionType2
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    store_id: str,
    *,
    body: NewPromotionType0 | NewPromotionType1 | NewPromotionType2,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/stores/{store_id}/promotions".format(
            store_id=quote(str(store_id), safe=""),
        ),
    }

    if isinstance(body, NewPromotionType0):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, NewPromotionType1):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MyPromotionView | Problem | None:
    if response.status_code == 201:
        response_201 = MyPromotionView.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

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
) -> Response[MyPromotionView | Problem]:
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
    body: NewPromotionType0 | NewPromotionType1 | NewPromotionType2,
    idempotency_key: str | Unset = UNSET,
) -> Response[MyPromotionView | Problem]:
    """Begin a promotion, a coupon or a flash sale of a store

    Args:
        store_id (str):
        idempotency_key (str | Unset):
        body (NewPromotionType0 | NewPromotionType1 | NewPromotionType2): Something off:
            `basis_points` of what the goods cost (no more than `most`), or an `amount`.

            Or a flash sale of `listing_ids`, of which a piece costs the `price` and the limits count
            pieces: it takes
            all pieces of an order or none, and needs no code.

            With a `code` it is a coupon, which buyers name; without one it applies by itself. It is
            for all goods of
            the store, or for a `category`, or for `listing_ids`; `threshold` is what those must cost
            together.
            Amounts are in minor units of the store's currency. Without `starts_at` it starts now,
            without `ends_at`
            it goes on until it is ended.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MyPromotionView | Problem]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    store_id: str,
    *,
    client: AuthenticatedClient,
    body: NewPromotionType0 | NewPromotionType1 | NewPromotionType2,
    idempotency_key: str | Unset = UNSET,
) -> MyPromotionView | Problem | None:
    """Begin a promotion, a coupon or a flash sale of a store

    Args:
        store_id (str):
        idempotency_key (str | Unset):
        body (NewPromotionType0 | NewPromotionType1 | NewPromotionType2): Something off:
            `basis_points` of what the goods cost (no more than `most`), or an `amount`.

            Or a flash sale of `listing_ids`, of which a piece costs the `price` and the limits count
            pieces: it takes
            all pieces of an order or none, and needs no code.

            With a `code` it is a coupon, which buyers name; without one it applies by itself. It is
            for all goods of
            the store, or for a `category`, or for `listing_ids`; `threshold` is what those must cost
            together.
            Amounts are in minor units of the store's currency. Without `starts_at` it starts now,
            without `ends_at`
            it goes on until it is ended.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MyPromotionView | Problem
    """

    return sync_detailed(
        store_id=store_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    store_id: str,
    *,
    client: AuthenticatedClient,
    body: NewPromotionType0 | NewPromotionType1 | NewPromotionType2,
    idempotency_key: str | Unset = UNSET,
) -> Response[MyPromotionView | Problem]:
    """Begin a promotion, a coupon or a flash sale of a store

    Args:
        store_id (str):
        idempotency_key (str | Unset):
        body (NewPromotionType0 | NewPromotionType1 | NewPromotionType2): Something off:
            `basis_points` of what the goods cost (no more than `most`), or an `amount`.

            Or a flash sale of `listing_ids`, of which a piece costs the `price` and the limits count
            pieces: it takes
            all pieces of an order or none, and needs no code.

            With a `code` it is a coupon, which buyers name; without one it applies by itself. It is
            for all goods of
            the store, or for a `category`, or for `listing_ids`; `threshold` is what those must cost
            together.
            Amounts are in minor units of the store's currency. Without `starts_at` it starts now,
            without `ends_at`
            it goes on until it is ended.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MyPromotionView | Problem]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    store_id: str,
    *,
    client: AuthenticatedClient,
    body: NewPromotionType0 | NewPromotionType1 | NewPromotionType2,
    idempotency_key: str | Unset = UNSET,
) -> MyPromotionView | Problem | None:
    """Begin a promotion, a coupon or a flash sale of a store

    Args:
        store_id (str):
        idempotency_key (str | Unset):
        body (NewPromotionType0 | NewPromotionType1 | NewPromotionType2): Something off:
            `basis_points` of what the goods cost (no more than `most`), or an `amount`.

            Or a flash sale of `listing_ids`, of which a piece costs the `price` and the limits count
            pieces: it takes
            all pieces of an order or none, and needs no code.

            With a `code` it is a coupon, which buyers name; without one it applies by itself. It is
            for all goods of
            the store, or for a `category`, or for `listing_ids`; `threshold` is what those must cost
            together.
            Amounts are in minor units of the store's currency. Without `starts_at` it starts now,
            without `ends_at`
            it goes on until it is ended.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MyPromotionView | Problem
    """

    return (
        await asyncio_detailed(
            store_id=store_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
