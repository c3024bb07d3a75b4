from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.display_ads import DisplayAds
from ...models.problem import Problem
from ...models.show_display_ads_placement import (
    ShowDisplayAdsPlacement,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    placement: ShowDisplayAdsPlacement,
    category: str | Unset = UNSET,
    currency: str | Unset = "CNY",
    region: str | Unset = UNSET,
    visitor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_placement: str = placement
    params["placement"] = json_placement

    params["category"] = category

    params["currency"] = currency

    params["region"] = region

    params["visitor"] = visitor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/ads/display",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DisplayAds | Problem | None:
    if response.status_code == 200:
        response_200 = DisplayAds.from_dict(response.json())

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
) -> Response[DisplayAds | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    placement: ShowDisplayAdsPlacement,
    category: str | Unset = UNSET,
    currency: str | Unset = "CNY",
    region: str | Unset = UNSET,
    visitor: str | Unset = UNSET,
) -> Response[DisplayAds | Problem]:
    """Get the ads of a placement. Whoever shows them sends the visitor id again the next time

    Args:
        placement (ShowDisplayAdsPlacement):
        category (str | Unset):
        currency (str | Unset):  Default: 'CNY'.
        region (str | Unset):
        visitor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DisplayAds | Problem]
    """

    kwargs = _get_kwargs(
        placement=placement,
        category=category,
        currency=currency,
        region=region,
        visitor=visitor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    placement: ShowDisplayAdsPlacement,
    category: str | Unset = UNSET,
    currency: str | Unset = "CNY",
    region: str | Unset = UNSET,
    visitor: str | Unset = UNSET,
) -> DisplayAds | Problem | None:
    """Get the ads of a placement. Whoever shows them sends the visitor id again the next time

    Args:
        placement (ShowDisplayAdsPlacement):
        category (str | Unset):
        currency (str | Unset):  Default: 'CNY'.
        region (str | Unset):
        visitor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DisplayAds | Problem
    """

    return sync_detailed(
        client=client,
        placement=placement,
        category=category,
        currency=currency,
        region=region,
        visitor=visitor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    placement: ShowDisplayAdsPlacement,
    category: str | Unset = UNSET,
    currency: str | Unset = "CNY",
    region: str | Unset = UNSET,
    visitor: str | Unset = UNSET,
) -> Response[DisplayAds | Problem]:
    """Get the ads of a placement. Whoever shows them sends the visitor id again the next time

    Args:
        placement (ShowDisplayAdsPlacement):
        category (str | Unset):
        currency (str | Unset):  Default: 'CNY'.
        region (str | Unset):
        visitor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DisplayAds | Problem]
    """

    kwargs = _get_kwargs(
        placement=placement,
        category=category,
        currency=currency,
        region=region,
        visitor=visitor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    placement: ShowDisplayAdsPlacement,
    category: str | Unset = UNSET,
    currency: str | Unset = "CNY",
    region: str | Unset = UNSET,
    visitor: str | Unset = UNSET,
) -> DisplayAds | Problem | None:
    """Get the ads of a placement. Whoever shows them sends the visitor id again the next time

    Args:
        placement (ShowDisplayAdsPlacement):
        category (str | Unset):
        currency (str | Unset):  Default: 'CNY'.
        region (str | Unset):
        visitor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DisplayAds | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            placement=placement,
            category=category,
            currency=currency,
            region=region,
            visitor=visitor,
        )
    ).parsed
