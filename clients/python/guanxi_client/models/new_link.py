from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_channel import StoreChannel, check_store_channel
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewLink")


@_attrs_define
class NewLink:
    """A link to share, and where.

    Attributes:
        channel (StoreChannel): Where a link is shared.
        label (str | Unset):  Default: ''.
    """

    channel: StoreChannel
    label: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        channel: str = self.channel

        label = self.label

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "channel": channel,
            }
        )
        if label is not UNSET:
            field_dict["label"] = label

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = check_store_channel(d.pop("channel"))

        label = d.pop("label", UNSET)

        new_link = cls(
            channel=channel,
            label=label,
        )

        return new_link
