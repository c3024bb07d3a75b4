from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ConnectionView")


@_attrs_define
class ConnectionView:
    """The store's account on Weibo, and until when one can post without asking again.

    Attributes:
        account (str):
        expires_at (datetime.datetime):
    """

    account: str
    expires_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        account = self.account

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "account": account,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        account = d.pop("account")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        connection_view = cls(
            account=account,
            expires_at=expires_at,
        )

        return connection_view
