from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BrowserSession")


@_attrs_define
class BrowserSession:
    """A browser's tokens. Its refresh token is in a cookie that no script can read, and never in here.

    Attributes:
        id_token (str):
        expires_in (int):
    """

    id_token: str
    expires_in: int

    def to_dict(self) -> dict[str, Any]:
        id_token = self.id_token

        expires_in = self.expires_in

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id_token": id_token,
                "expires_in": expires_in,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id_token = d.pop("id_token")

        expires_in = d.pop("expires_in")

        browser_session = cls(
            id_token=id_token,
            expires_in=expires_in,
        )

        return browser_session
