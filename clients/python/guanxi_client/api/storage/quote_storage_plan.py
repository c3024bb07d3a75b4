from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.quote_storage_plan_plan import (
    QuoteStoragePlanPlan,
)
from ...models.storage_quote import StorageQuote
from ...types import UNSET, Response


def _get_kwargs(
    *,
    plan: QuoteStoragePlanPlan,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_plan: str = plan
    params["plan"] = json_plan

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/storage/quote",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | StorageQuote | None:
    if response.status_code == 200:
        response_200 = StorageQuote.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[Problem | StorageQuote]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    plan: QuoteStoragePlanPlan,
) -> Response[Problem | StorageQuote]:
    """See what another plan would cost this second, with what is left of the one before given back

    Args:
        plan (QuoteStoragePlanPlan):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StorageQuote]
    """

    kwargs = _get_kwargs(
        plan=plan,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    plan: QuoteStoragePlanPlan,
) -> Problem | StorageQuote | None:
    """See what another plan would cost this second, with what is left of the one before given back

    Args:
        plan (QuoteStoragePlanPlan):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StorageQuote
    """

    return sync_detailed(
        client=client,
        plan=plan,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    plan: QuoteStoragePlanPlan,
) -> Response[Problem | StorageQuote]:
    """See what another plan would cost this second, with what is left of the one before given back

    Args:
        plan (QuoteStoragePlanPlan):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StorageQuote]
    """

    kwargs = _get_kwargs(
        plan=plan,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    plan: QuoteStoragePlanPlan,
) -> Problem | StorageQuote | None:
    """See what another plan would cost this second, with what is left of the one before given back

    Args:
        plan (QuoteStoragePlanPlan):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StorageQuote
    """

    return (
        await asyncio_detailed(
            client=client,
            plan=plan,
        )
    ).parsed
