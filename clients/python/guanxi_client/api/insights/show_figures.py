import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.show_figures_period import ShowFiguresPeriod
from ...models.store_figures import StoreFigures
from ...types import UNSET, Response, Unset


def _get_kwargs(
    store_id: str,
    *,
    period: ShowFiguresPeriod | Unset = "day",
    on: datetime.date | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_period: str | Unset = UNSET
    if not isinstance(period, Unset):
        json_period = period

    params["period"] = json_period

    json_on: str | Unset = UNSET
    if not isinstance(on, Unset):
        json_on = on.isoformat()
    params["on"] = json_on

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/stores/{store_id}/insights".format(
            store_id=quote(str(store_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | StoreFigures | None:
    if response.status_code == 200:
        response_200 = StoreFigures.from_dict(response.json())

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
) -> Response[Problem | StoreFigures]:
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
    period: ShowFiguresPeriod | Unset = "day",
    on: datetime.date | Unset = UNSET,
) -> Response[Problem | StoreFigures]:
    """See a store's figures of a day, a week or a month beside those of the one before

    Args:
        store_id (str):
        period (ShowFiguresPeriod | Unset):  Default: 'day'.
        on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StoreFigures]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        period=period,
        on=on,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    store_id: str,
    *,
    client: AuthenticatedClient,
    period: ShowFiguresPeriod | Unset = "day",
    on: datetime.date | Unset = UNSET,
) -> Problem | StoreFigures | None:
    """See a store's figures of a day, a week or a month beside those of the one before

    Args:
        store_id (str):
        period (ShowFiguresPeriod | Unset):  Default: 'day'.
        on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StoreFigures
    """

    return sync_detailed(
        store_id=store_id,
        client=client,
        period=period,
        on=on,
    ).parsed


async def asyncio_detailed(
    store_id: str,
    *,
    client: AuthenticatedClient,
    period: ShowFiguresPeriod | Unset = "day",
    on: datetime.date | Unset = UNSET,
) -> Response[Problem | StoreFigures]:
    """See a store's figures of a day, a week or a month beside those of the one before

    Args:
        store_id (str):
        period (ShowFiguresPeriod | Unset):  Default: 'day'.
        on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StoreFigures]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        period=period,
        on=on,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    store_id: str,
    *,
    client: AuthenticatedClient,
    period: ShowFiguresPeriod | Unset = "day",
    on: datetime.date | Unset = UNSET,
) -> Problem | StoreFigures | None:
    """See a store's figures of a day, a week or a month beside those of the one before

    Args:
        store_id (str):
        period (ShowFiguresPeriod | Unset):  Default: 'day'.
        on (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StoreFigures
    """

    return (
        await asyncio_detailed(
            store_id=store_id,
            client=client,
            period=period,
            on=on,
        )
    ).parsed
