import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.statement_csv_language import (
    StatementCsvLanguage,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    currency: str | Unset = "CNY",
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    language: StatementCsvLanguage | Unset = "zh",
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["currency"] = currency

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_to: str | Unset = UNSET
    if not isinstance(to, Unset):
        json_to = to.isoformat()
    params["to"] = json_to

    json_language: str | Unset = UNSET
    if not isinstance(language, Unset):
        json_language = language

    params["language"] = json_language

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/wallet/statement.csv",
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
    *,
    client: AuthenticatedClient,
    currency: str | Unset = "CNY",
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    language: StatementCsvLanguage | Unset = "zh",
    cursor: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Download what came into one's wallet and went out in a period, the newest first, for Excel

     At most 500 rows at a time: the header `Link` names the rest, which continues the file.

    Args:
        currency (str | Unset):  Default: 'CNY'.
        from_ (datetime.date | Unset):
        to (datetime.date | Unset):
        language (StatementCsvLanguage | Unset):  Default: 'zh'.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        currency=currency,
        from_=from_,
        to=to,
        language=language,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    currency: str | Unset = "CNY",
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    language: StatementCsvLanguage | Unset = "zh",
    cursor: str | Unset = UNSET,
) -> Problem | str | None:
    """Download what came into one's wallet and went out in a period, the newest first, for Excel

     At most 500 rows at a time: the header `Link` names the rest, which continues the file.

    Args:
        currency (str | Unset):  Default: 'CNY'.
        from_ (datetime.date | Unset):
        to (datetime.date | Unset):
        language (StatementCsvLanguage | Unset):  Default: 'zh'.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        currency=currency,
        from_=from_,
        to=to,
        language=language,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    currency: str | Unset = "CNY",
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    language: StatementCsvLanguage | Unset = "zh",
    cursor: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Download what came into one's wallet and went out in a period, the newest first, for Excel

     At most 500 rows at a time: the header `Link` names the rest, which continues the file.

    Args:
        currency (str | Unset):  Default: 'CNY'.
        from_ (datetime.date | Unset):
        to (datetime.date | Unset):
        language (StatementCsvLanguage | Unset):  Default: 'zh'.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        currency=currency,
        from_=from_,
        to=to,
        language=language,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    currency: str | Unset = "CNY",
    from_: datetime.date | Unset = UNSET,
    to: datetime.date | Unset = UNSET,
    language: StatementCsvLanguage | Unset = "zh",
    cursor: str | Unset = UNSET,
) -> Problem | str | None:
    """Download what came into one's wallet and went out in a period, the newest first, for Excel

     At most 500 rows at a time: the header `Link` names the rest, which continues the file.

    Args:
        currency (str | Unset):  Default: 'CNY'.
        from_ (datetime.date | Unset):
        to (datetime.date | Unset):
        language (StatementCsvLanguage | Unset):  Default: 'zh'.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            currency=currency,
            from_=from_,
            to=to,
            language=language,
            cursor=cursor,
        )
    ).parsed
