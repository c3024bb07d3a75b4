from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AdView")


@_attrs_define
class AdView:
    """That goods are shown because their store pays for it: say so. Follow `path`, below the API's address,
    to them, or give its token to POST /ads/clicks in an app.

        Attributes:
            path (str):
            label (Literal['ad'] | Unset):  Default: 'ad'.
    """

    path: str
    label: Literal["ad"] | Unset = "ad"

    def to_dict(self) -> dict[str, Any]:
        path = self.path

        label = self.label

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "path": path,
            }
        )
        if label is not UNSET:
            field_dict["label"] = label

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        path = d.pop("path")

        label = cast(Literal["ad"] | Unset, d.pop("label", UNSET))
        if label != "ad" and not isinstance(label, Unset):
            raise ValueError(f"label must match const 'ad', got '{label}'")

        ad_view = cls(
            path=path,
            label=label,
        )

        return ad_view
