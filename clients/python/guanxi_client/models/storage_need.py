from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="StorageNeed")


@_attrs_define
class StorageNeed:
    """What 30 such days take of a plan for storage: files fetched, and their bytes.

    Attributes:
        requests (int):
        bandwidth (int):
    """

    requests: int
    bandwidth: int

    def to_dict(self) -> dict[str, Any]:
        requests = self.requests

        bandwidth = self.bandwidth

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "requests": requests,
                "bandwidth": bandwidth,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        requests = d.pop("requests")

        bandwidth = d.pop("bandwidth")

        storage_need = cls(
            requests=requests,
            bandwidth=bandwidth,
        )

        return storage_need
