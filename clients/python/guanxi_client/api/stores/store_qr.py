from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.store_qr_format import StoreQrFormat
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    store_id: str,
    *,
    format_: StoreQrFormat | Unset = "png",
    link: str | Unset = UNSET,
    size: int | Unset = 512,
    logo: bool | Unset = False,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_

    params["format"] = json_format_

    params["link"] = link

    params["size"] = size

    params["logo"] = logo

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/stores/{store_id}/qr".format(
            store_id=quote(str(store_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> File | Problem | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    store_id: str,
    *,
    client: AuthenticatedClient | Client,
    format_: StoreQrFormat | Unset = "png",
    link: str | Unset = UNSET,
    size: int | Unset = 512,
    logo: bool | Unset = False,
) -> Response[File | Problem]:
    """Draw the QR code of a published store

    Args:
        store_id (str):
        format_ (StoreQrFormat | Unset):  Default: 'png'.
        link (str | Unset):
        size (int | Unset):  Default: 512.
        logo (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        format_=format_,
        link=link,
        size=size,
        logo=logo,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    store_id: str,
    *,
    client: AuthenticatedClient | Client,
    format_: StoreQrFormat | Unset = "png",
    link: str | Unset = UNSET,
    size: int | Unset = 512,
    logo: bool | Unset = False,
) -> File | Problem | None:
    """Draw the QR code of a published store

    Args:
        store_id (str):
        format_ (StoreQrFormat | Unset):  Default: 'png'.
        link (str | Unset):
        size (int | Unset):  Default: 512.
        logo (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return sync_detailed(
        store_id=store_id,
        client=client,
        format_=format_,
        link=link,
        size=size,
        logo=logo,
    ).parsed


async def asyncio_detailed(
    store_id: str,
    *,
    client: AuthenticatedClient | Client,
    format_: StoreQrFormat | Unset = "png",
    link: str | Unset = UNSET,
    size: int | Unset = 512,
    logo: bool | Unset = False,
) -> Response[File | Problem]:
    """Draw the QR code of a published store

    Args:
        store_id (str):
        format_ (StoreQrFormat | Unset):  Default: 'png'.
        link (str | Unset):
        size (int | Unset):  Default: 512.
        logo (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        store_id=store_id,
        format_=format_,
        link=link,
        size=size,
        logo=logo,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    store_id: str,
    *,
    client: AuthenticatedClient | Client,
    format_: StoreQrFormat | Unset = "png",
    link: str | Unset = UNSET,
    size: int | Unset = 512,
    logo: bool | Unset = False,
) -> File | Problem | None:
    """Draw the QR code of a published store

    Args:
        store_id (str):
        format_ (StoreQrFormat | Unset):  Default: 'png'.
        link (str | Unset):
        size (int | Unset):  Default: 512.
        logo (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return (
        await asyncio_detailed(
            store_id=store_id,
            client=client,
            format_=format_,
            link=link,
            size=size,
            logo=logo,
        )
    ).parsed
