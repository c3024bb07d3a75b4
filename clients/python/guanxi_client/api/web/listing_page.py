from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.listing_page_lang import ListingPageLang
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    listing_id: str,
    *,
    lang: ListingPageLang | Unset = UNSET,
    cursor: str | Unset = UNSET,
    via: str | Unset = UNSET,
    ad: str | Unset = UNSET,
    ref: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang

    params["lang"] = json_lang

    params["cursor"] = cursor

    params["via"] = via

    params["ad"] = ad

    params["ref"] = ref

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/shop/{slug}/{listing_id}".format(
            slug=quote(str(slug), safe=""),
            listing_id=quote(str(listing_id), safe=""),
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
    slug: str,
    listing_id: str,
    *,
    client: AuthenticatedClient | Client,
    lang: ListingPageLang | Unset = UNSET,
    cursor: str | Unset = UNSET,
    via: str | Unset = UNSET,
    ad: str | Unset = UNSET,
    ref: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Look at goods

    Args:
        slug (str):
        listing_id (str):
        lang (ListingPageLang | Unset):
        cursor (str | Unset):
        via (str | Unset):
        ad (str | Unset):
        ref (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        slug=slug,
        listing_id=listing_id,
        lang=lang,
        cursor=cursor,
        via=via,
        ad=ad,
        ref=ref,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    listing_id: str,
    *,
    client: AuthenticatedClient | Client,
    lang: ListingPageLang | Unset = UNSET,
    cursor: str | Unset = UNSET,
    via: str | Unset = UNSET,
    ad: str | Unset = UNSET,
    ref: str | Unset = UNSET,
) -> Problem | str | None:
    """Look at goods

    Args:
        slug (str):
        listing_id (str):
        lang (ListingPageLang | Unset):
        cursor (str | Unset):
        via (str | Unset):
        ad (str | Unset):
        ref (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        slug=slug,
        listing_id=listing_id,
        client=client,
        lang=lang,
        cursor=cursor,
        via=via,
        ad=ad,
        ref=ref,
    ).parsed


async def asyncio_detailed(
    slug: str,
    listing_id: str,
    *,
    client: AuthenticatedClient | Client,
    lang: ListingPageLang | Unset = UNSET,
    cursor: str | Unset = UNSET,
    via: str | Unset = UNSET,
    ad: str | Unset = UNSET,
    ref: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Look at goods

    Args:
        slug (str):
        listing_id (str):
        lang (ListingPageLang | Unset):
        cursor (str | Unset):
        via (str | Unset):
        ad (str | Unset):
        ref (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        slug=slug,
        listing_id=listing_id,
        lang=lang,
        cursor=cursor,
        via=via,
        ad=ad,
        ref=ref,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    listing_id: str,
    *,
    client: AuthenticatedClient | Client,
    lang: ListingPageLang | Unset = UNSET,
    cursor: str | Unset = UNSET,
    via: str | Unset = UNSET,
    ad: str | Unset = UNSET,
    ref: str | Unset = UNSET,
) -> Problem | str | None:
    """Look at goods

    Args:
        slug (str):
        listing_id (str):
        lang (ListingPageLang | Unset):
        cursor (str | Unset):
        via (str | Unset):
        ad (str | Unset):
        ref (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            slug=slug,
            listing_id=listing_id,
            client=client,
            lang=lang,
            cursor=cursor,
            via=via,
            ad=ad,
            ref=ref,
        )
    ).parsed
