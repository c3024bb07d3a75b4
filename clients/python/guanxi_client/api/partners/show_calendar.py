import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.partner_calendar_view import PartnerCalendarView
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    partner_id: str,
    *,
    start: datetime.date | Unset = UNSET,
    days: int | Unset = 31,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_start: str | Unset = UNSET
    if not isinstance(start, Unset):
        json_start = start.isoformat()
    params["start"] = json_start

    params["days"] = days

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/partners/{partner_id}/calendar".format(
            partner_id=quote(str(partner_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PartnerCalendarView | Problem | None:
    if response.status_code == 200:
        response_200 = PartnerCalendarView.from_dict(response.json())

        return response_200

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
) -> Response[PartnerCalendarView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    partner_id: str,
    *,
    client: AuthenticatedClient | Client,
    start: datetime.date | Unset = UNSET,
    days: int | Unset = 31,
) -> Response[PartnerCalendarView | Problem]:
    """See on which days a partner is free

    Args:
        partner_id (str):
        start (datetime.date | Unset):
        days (int | Unset):  Default: 31.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PartnerCalendarView | Problem]
    """

    kwargs = _get_kwargs(
        partner_id=partner_id,
        start=start,
        days=days,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    partner_id: str,
    *,
    client: AuthenticatedClient | Client,
    start: datetime.date | Unset = UNSET,
    days: int | Unset = 31,
) -> PartnerCalendarView | Problem | None:
    """See on which days a partner is free

    Args:
        partner_id (str):
        start (datetime.date | Unset):
        days (int | Unset):  Default: 31.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PartnerCalendarView | Problem
    """

    return sync_detailed(
        partner_id=partner_id,
        client=client,
        start=start,
        days=days,
    ).parsed


async def asyncio_detailed(
    partner_id: str,
    *,
    client: AuthenticatedClient | Client,
    start: datetime.date | Unset = UNSET,
    days: int | Unset = 31,
) -> Response[PartnerCalendarView | Problem]:
    """See on which days a partner is free

    Args:
        partner_id (str):
        start (datetime.date | Unset):
        days (int | Unset):  Default: 31.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PartnerCalendarView | Problem]
    """

    kwargs = _get_kwargs(
        partner_id=partner_id,
        start=start,
        days=days,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    partner_id: str,
    *,
    client: AuthenticatedClient | Client,
    start: datetime.date | Unset = UNSET,
    days: int | Unset = 31,
) -> PartnerCalendarView | Problem | None:
    """See on which days a partner is free

    Args:
        partner_id (str):
        start (datetime.date | Unset):
        days (int | Unset):  Default: 31.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PartnerCalendarView | Problem
    """

    return (
        await asyncio_detailed(
            partner_id=partner_id,
            client=client,
            start=start,
            days=days,
        )
    ).parsed
