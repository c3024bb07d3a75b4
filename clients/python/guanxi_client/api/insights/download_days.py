import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.download_days_language import (
    DownloadDaysLanguage,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    store_id: str,
    *,
    since: datetime.date,
    until: datetime.date,
    language: DownloadDaysLanguage | Unset = "zh",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_since = since.isoformat()
    params["since"] = json_since

    json_until = until.isoformat()
    params["until"] = json_until

    json_language: str | Unset = UNSET
    if not isinstance(language, Unset):
        json_language = language

    params["language"] = json_language

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/stores/{store_id}/insights/days.csv".format(
            store_id=quote(str(store_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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
) -> Response[Problem | str]:
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
    since: datetime.date,
    until: datetime.date,
    language: DownloadDaysLanguage | Unset = "zh",
) -> Response[Problem | str]:
    """Download a store's figures by day, for Excel

    Args:
        store_id (str):
        since (datetime.date):
        until (datetime.date):
        language (DownloadDaysLanguage | Unset):  Default: 'zh'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        since=since,
        until=until,
        language=language,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    store_id: str,
    *,
    client: AuthenticatedClient,
    since: datetime.date,
    until: datetime.date,
    language: DownloadDaysLanguage | Unset = "zh",
) -> Problem | str | None:
    """Download a store's figures by day, for Excel

    Args:
        store_id (str):
        since (datetime.date):
        until (datetime.date):
        language (DownloadDaysLanguage | Unset):  Default: 'zh'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        store_id=store_id,
        client=client,
        since=since,
        until=until,
        language=language,
    ).parsed


async def asyncio_detailed(
    store_id: str,
    *,
    client: AuthenticatedClient,
    since: datetime.date,
    until: datetime.date,
    language: DownloadDaysLanguage | Unset = "zh",
) -> Response[Problem | str]:
    """Download a store's figures by day, for Excel

    Args:
        store_id (str):
        since (datetime.date):
        until (datetime.date):
        language (DownloadDaysLanguage | Unset):  Default: 'zh'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        since=since,
        until=until,
        language=language,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    store_id: str,
    *,
    client: AuthenticatedClient,
    since: datetime.date,
    until: datetime.date,
    language: DownloadDaysLanguage | Unset = "zh",
) -> Problem | str | None:
    """Download a store's figures by day, for Excel

    Args:
        store_id (str):
        since (datetime.date):
        until (datetime.date):
        language (DownloadDaysLanguage | Unset):  Default: 'zh'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            store_id=store_id,
            client=client,
            since=since,
            until=until,
            language=language,
        )
    ).parsed
