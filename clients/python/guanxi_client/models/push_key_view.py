from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="PushKeyView")


@_attrs_define
class PushKeyView:
    """The `applicationServerKey` by which a browser subscribes; null where browsers aren't told anything.

    Attributes:
        key (None | str):
    """

    key: None | str

    def to_dict(self) -> dict[str, Any]:
        key: None | str
        key = self.key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_key(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        key = _parse_key(d.pop("key"))

        push_key_view = cls(
            key=key,
        )

        return push_key_view
