from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.show_loan_contract_form import (
    ShowLoanContractForm,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    loan_id: str,
    *,
    form: ShowLoanContractForm | Unset = "html",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_form: str | Unset = UNSET
    if not isinstance(form, Unset):
        json_form = form

    params["form"] = json_form

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/loans/{loan_id}/contract".format(
            loan_id=quote(str(loan_id), safe=""),
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
    loan_id: str,
    *,
    client: AuthenticatedClient,
    form: ShowLoanContractForm | Unset = "html",
) -> Response[Problem | str]:
    """Read a loan's contract, as a page or as a PDF

    Args:
        loan_id (str):
        form (ShowLoanContractForm | Unset):  Default: 'html'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        loan_id=loan_id,
        form=form,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    loan_id: str,
    *,
    client: AuthenticatedClient,
    form: ShowLoanContractForm | Unset = "html",
) -> Problem | str | None:
    """Read a loan's contract, as a page or as a PDF

    Args:
        loan_id (str):
        form (ShowLoanContractForm | Unset):  Default: 'html'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        loan_id=loan_id,
        client=client,
        form=form,
    ).parsed


async def asyncio_detailed(
    loan_id: str,
    *,
    client: AuthenticatedClient,
    form: ShowLoanContractForm | Unset = "html",
) -> Response[Problem | str]:
    """Read a loan's contract, as a page or as a PDF

    Args:
        loan_id (str):
        form (ShowLoanContractForm | Unset):  Default: 'html'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        loan_id=loan_id,
        form=form,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    loan_id: str,
    *,
    client: AuthenticatedClient,
    form: ShowLoanContractForm | Unset = "html",
) -> Problem | str | None:
    """Read a loan's contract, as a page or as a PDF

    Args:
        loan_id (str):
        form (ShowLoanContractForm | Unset):  Default: 'html'.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            loan_id=loan_id,
            client=client,
            form=form,
        )
    ).parsed
