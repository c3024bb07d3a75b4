from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    guanxi_session: str | Unset = UNSET,
) -> dict[str, Any]:

    cookies = {}
    if guanxi_session is not UNSET:
        cookies["guanxi_session"] = guanxi_session

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/session",
        "cookies": cookies,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

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
) -> Response[Any | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    guanxi_session: str | Unset = UNSET,
) -> Response[Any | Problem]:
    """Sign a browser out: its refresh token is good no more, and the cookie is cleared

     The id token that it has still holds for its hour. Where nobody is signed in, nothing is left to do.

    Args:
        guanxi_session (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        guanxi_session=guanxi_session,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    guanxi_session: str | Unset = UNSET,
) -> Any | Problem | None:
    """Sign a browser out: its refresh token is good no more, and the cookie is cleared

     The id token that it has still holds for its hour. Where nobody is signed in, nothing is left to do.

    Args:
        guanxi_session (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return sync_detailed(
        client=client,
        guanxi_session=guanxi_session,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    guanxi_session: str | Unset = UNSET,
) -> Response[Any | Problem]:
    """Sign a browser out: its refresh token is good no more, and the cookie is cleared

     The id token that it has still holds for its hour. Where nobody is signed in, nothing is left to do.

    Args:
        guanxi_session (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        guanxi_session=guanxi_session,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    guanxi_session: str | Unset = UNSET,
) -> Any | Problem | None:
    """Sign a browser out: its refresh token is good no more, and the cookie is cleared

     The id token that it has still holds for its hour. Where nobody is signed in, nothing is left to do.

    Args:
        guanxi_session (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            guanxi_session=guanxi_session,
        )
    ).parsed
