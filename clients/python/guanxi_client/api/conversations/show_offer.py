from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.price_offer_view import PriceOfferView
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    conversation_id: str,
    offer_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/conversations/{conversation_id}/offers/{offer_id}".format(
            conversation_id=quote(str(conversation_id), safe=""),
            offer_id=quote(str(offer_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PriceOfferView | Problem | None:
    if response.status_code == 200:
        response_200 = PriceOfferView.from_dict(response.json())

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
) -> Response[PriceOfferView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    conversation_id: str,
    offer_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[PriceOfferView | Problem]:
    """See an offer and what became of it

    Args:
        conversation_id (str):
        offer_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PriceOfferView | Problem]
    """

    kwargs = _get_kwargs(
        conversation_id=conversation_id,
        offer_id=offer_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    conversation_id: str,
    offer_id: str,
    *,
    client: AuthenticatedClient,
) -> PriceOfferView | Problem | None:
    """See an offer and what became of it

    Args:
        conversation_id (str):
        offer_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PriceOfferView | Problem
    """

    return sync_detailed(
        conversation_id=conversation_id,
        offer_id=offer_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    conversation_id: str,
    offer_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[PriceOfferView | Problem]:
    """See an offer and what became of it

    Args:
        conversation_id (str):
        offer_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PriceOfferView | Problem]
    """

    kwargs = _get_kwargs(
        conversation_id=conversation_id,
        offer_id=offer_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    conversation_id: str,
    offer_id: str,
    *,
    client: AuthenticatedClient,
) -> PriceOfferView | Problem | None:
    """See an offer and what became of it

    Args:
        conversation_id (str):
        offer_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PriceOfferView | Problem
    """

    return (
        await asyncio_detailed(
            conversation_id=conversation_id,
            offer_id=offer_id,
            client=client,
        )
    ).parsed
