from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.ad_report_page import AdReportPage
from ...models.problem import Problem
from ...models.report_ads_by import ReportAdsBy
from ...models.report_ads_model import ReportAdsModel
from ...types import UNSET, Response, Unset


def _get_kwargs(
    campaign_id: str,
    *,
    by: ReportAdsBy | Unset = "campaign",
    model: ReportAdsModel | Unset = "last",
    since: str,
    until: str,
    limit: int | Unset = 100,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_by: str | Unset = UNSET
    if not isinstance(by, Unset):
        json_by = by

    params["by"] = json_by

    json_model: str | Unset = UNSET
    if not isinstance(model, Unset):
        json_model = model

    params["model"] = json_model

    params["since"] = since

    params["until"] = until

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/campaigns/{campaign_id}/report".format(
            campaign_id=quote(str(campaign_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AdReportPage | Problem | None:
    if response.status_code == 200:
        response_200 = AdReportPage.from_dict(response.json())

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
) -> Response[AdReportPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    campaign_id: str,
    *,
    client: AuthenticatedClient,
    by: ReportAdsBy | Unset = "campaign",
    model: ReportAdsModel | Unset = "last",
    since: str,
    until: str,
    limit: int | Unset = 100,
    cursor: str | Unset = UNSET,
) -> Response[AdReportPage | Problem]:
    """See what came of a campaign, by day, and by listing, keyword or what was searched for

    Args:
        campaign_id (str):
        by (ReportAdsBy | Unset):  Default: 'campaign'.
        model (ReportAdsModel | Unset):  Default: 'last'.
        since (str):
        until (str):
        limit (int | Unset):  Default: 100.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AdReportPage | Problem]
    """

    kwargs = _get_kwargs(
        campaign_id=campaign_id,
        by=by,
        model=model,
        since=since,
        until=until,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    campaign_id: str,
    *,
    client: AuthenticatedClient,
    by: ReportAdsBy | Unset = "campaign",
    model: ReportAdsModel | Unset = "last",
    since: str,
    until: str,
    limit: int | Unset = 100,
    cursor: str | Unset = UNSET,
) -> AdReportPage | Problem | None:
    """See what came of a campaign, by day, and by listing, keyword or what was searched for

    Args:
        campaign_id (str):
        by (ReportAdsBy | Unset):  Default: 'campaign'.
        model (ReportAdsModel | Unset):  Default: 'last'.
        since (str):
        until (str):
        limit (int | Unset):  Default: 100.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AdReportPage | Problem
    """

    return sync_detailed(
        campaign_id=campaign_id,
        client=client,
        by=by,
        model=model,
        since=since,
        until=until,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    campaign_id: str,
    *,
    client: AuthenticatedClient,
    by: ReportAdsBy | Unset = "campaign",
    model: ReportAdsModel | Unset = "last",
    since: str,
    until: str,
    limit: int | Unset = 100,
    cursor: str | Unset = UNSET,
) -> Response[AdReportPage | Problem]:
    """See what came of a campaign, by day, and by listing, keyword or what was searched for

    Args:
        campaign_id (str):
        by (ReportAdsBy | Unset):  Default: 'campaign'.
        model (ReportAdsModel | Unset):  Default: 'last'.
        since (str):
        until (str):
        limit (int | Unset):  Default: 100.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AdReportPage | Problem]
    """

    kwargs = _get_kwargs(
        campaign_id=campaign_id,
        by=by,
        model=model,
        since=since,
        until=until,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    campaign_id: str,
    *,
    client: AuthenticatedClient,
    by: ReportAdsBy | Unset = "campaign",
    model: ReportAdsModel | Unset = "last",
    since: str,
    until: str,
    limit: int | Unset = 100,
    cursor: str | Unset = UNSET,
) -> AdReportPage | Problem | None:
    """See what came of a campaign, by day, and by listing, keyword or what was searched for

    Args:
        campaign_id (str):
        by (ReportAdsBy | Unset):  Default: 'campaign'.
        model (ReportAdsModel | Unset):  Default: 'last'.
        since (str):
        until (str):
        limit (int | Unset):  Default: 100.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AdReportPage | Problem
    """

    return (
        await asyncio_detailed(
            campaign_id=campaign_id,
            client=client,
            by=by,
            model=model,
            since=since,
            until=until,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
