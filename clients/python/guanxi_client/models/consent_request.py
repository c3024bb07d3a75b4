from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ConsentRequest")


@_attrs_define
class ConsentRequest:
    """Where the account's owner says yes; she comes back with a code and a state.

    Attributes:
        url (str):
        until (datetime.datetime):
    """

    url: str
    until: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url")

        until = datetime.datetime.fromisoformat(d.pop("until"))

        consent_request = cls(
            url=url,
            until=until,
        )

        return consent_request
