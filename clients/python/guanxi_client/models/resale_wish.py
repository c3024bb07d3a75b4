from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ResaleWish")


@_attrs_define
class ResaleWish:
    """Into which store of one's own, at which margin (basis points of what was paid), and which lines.

    Without `line_ids` the first 20 lines are sold on.

        Attributes:
            store_id (str):
            margin (int):
            line_ids (list[str] | None | Unset):
    """

    store_id: str
    margin: int
    line_ids: list[str] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        margin = self.margin

        line_ids: list[str] | None | Unset
        if isinstance(self.line_ids, Unset):
            line_ids = UNSET
        elif isinstance(self.line_ids, list):
            line_ids = self.line_ids

        else:
            line_ids = self.line_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "margin": margin,
            }
        )
        if line_ids is not UNSET:
            field_dict["line_ids"] = line_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        store_id = d.pop("store_id")

        margin = d.pop("margin")

        def _parse_line_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                line_ids_type_0 = cast(list[str], data)

                return line_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        line_ids = _parse_line_ids(d.pop("line_ids", UNSET))

        resale_wish = cls(
            store_id=store_id,
            margin=margin,
            line_ids=line_ids,
        )

        return resale_wish
