from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.loan_statement_view import LoanStatementView
from ...models.problem import Problem
from ...models.show_loan_statement_of import (
    ShowLoanStatementOf,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    loan_id: str,
    *,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    of: ShowLoanStatementOf | Unset = "loan",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_of: str | Unset = UNSET
    if not isinstance(of, Unset):
        json_of = of

    params["of"] = json_of

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/loans/{loan_id}/statement".format(
            loan_id=quote(str(loan_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> LoanStatementView | Problem | None:
    if response.status_code == 200:
        response_200 = LoanStatementView.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

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
) -> Response[LoanStatementView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    loan_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    of: ShowLoanStatementOf | Unset = "loan",
) -> Response[LoanStatementView | Problem]:
    """See all that was booked of a loan

    Args:
        loan_id (str):
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        of (ShowLoanStatementOf | Unset):  Default: 'loan'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LoanStatementView | Problem]
    """

    kwargs = _get_kwargs(
        loan_id=loan_id,
        limit=limit,
        cursor=cursor,
        of=of,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    loan_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    of: ShowLoanStatementOf | Unset = "loan",
) -> LoanStatementView | Problem | None:
    """See all that was booked of a loan

    Args:
        loan_id (str):
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        of (ShowLoanStatementOf | Unset):  Default: 'loan'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LoanStatementView | Problem
    """

    return sync_detailed(
        loan_id=loan_id,
        client=client,
        limit=limit,
        cursor=cursor,
        of=of,
    ).parsed


async def asyncio_detailed(
    loan_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    of: ShowLoanStatementOf | Unset = "loan",
) -> Response[LoanStatementView | Problem]:
    """See all that was booked of a loan

    Args:
        loan_id (str):
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        of (ShowLoanStatementOf | Unset):  Default: 'loan'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LoanStatementView | Problem]
    """

    kwargs = _get_kwargs(
        loan_id=loan_id,
        limit=limit,
        cursor=cursor,
        of=of,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    loan_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    of: ShowLoanStatementOf | Unset = "loan",
) -> LoanStatementView | Problem | None:
    """See all that was booked of a loan

    Args:
        loan_id (str):
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        of (ShowLoanStatementOf | Unset):  Default: 'loan'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LoanStatementView | Problem
    """

    return (
        await asyncio_detailed(
            loan_id=loan_id,
            client=client,
            limit=limit,
            cursor=cursor,
            of=of,
        )
    ).parsed
