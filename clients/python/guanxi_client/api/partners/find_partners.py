from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.find_partners_trade import FindPartnersTrade
from ...models.partners_view import PartnersView
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    trade: FindPartnersTrade,
    region: str | Unset = UNSET,
    budget: int | Unset = UNSET,
    currency: str | Unset = "CNY",
    limit: int | Unset = 20,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_trade: str = trade
    params["trade"] = json_trade

    params["region"] = region

    params["budget"] = budget

    params["currency"] = currency

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/partners",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PartnersView | Problem | None:
    if response.status_code == 200:
        response_200 = PartnersView.from_dict(response.json())

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
) -> Response[PartnersView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    trade: FindPartnersTrade,
    region: str | Unset = UNSET,
    budget: int | Unset = UNSET,
    currency: str | Unset = "CNY",
    limit: int | Unset = 20,
) -> Response[PartnersView | Problem]:
    """Find partners of a trade, those who fit best first

    Args:
        trade (FindPartnersTrade):
        region (str | Unset):
        budget (int | Unset):
        currency (str | Unset):  Default: 'CNY'.
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PartnersView | Problem]
    """

    kwargs = _get_kwargs(
        trade=trade,
        region=region,
        budget=budget,
        currency=currency,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    trade: FindPartnersTrade,
    region: str | Unset = UNSET,
    budget: int | Unset = UNSET,
    currency: str | Unset = "CNY",
    limit: int | Unset = 20,
) -> PartnersView | Problem | None:
    """Find partners of a trade, those who fit best first

    Args:
        trade (FindPartnersTrade):
        region (str | Unset):
        budget (int | Unset):
        currency (str | Unset):  Default: 'CNY'.
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PartnersView | Problem
    """

    return sync_detailed(
        client=client,
        trade=trade,
        region=region,
        budget=budget,
        currency=currency,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    trade: FindPartnersTrade,
    region: str | Unset = UNSET,
    budget: int | Unset = UNSET,
    currency: str | Unset = "CNY",
    limit: int | Unset = 20,
) -> Response[PartnersView | Problem]:
    """Find partners of a trade, those who fit best first

    Args:
        trade (FindPartnersTrade):
        region (str | Unset):
        budget (int | Unset):
        currency (str | Unset):  Default: 'CNY'.
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PartnersView | Problem]
    """

    kwargs = _get_kwargs(
        trade=trade,
        region=region,
        budget=budget,
        currency=currency,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    trade: FindPartnersTrade,
    region: str | Unset = UNSET,
    budget: int | Unset = UNSET,
    currency: str | Unset = "CNY",
    limit: int | Unset = 20,
) -> PartnersView | Problem | None:
    """Find partners of a trade, those who fit best first

    Args:
        trade (FindPartnersTrade):
        region (str | Unset):
        budget (int | Unset):
        currency (str | Unset):  Default: 'CNY'.
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PartnersView | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            trade=trade,
            region=region,
            budget=budget,
            currency=currency,
            limit=limit,
        )
    ).parsed
