from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.storage_plan_code import StoragePlanCode, check_storage_plan_code

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="StoragePlanView")


@_attrs_define
class StoragePlanView:
    """A plan: what can be stored (bytes), and what its price of 30 days includes.

    Attributes:
        code (StoragePlanCode): A plan's name.
        stored_bytes (int):
        requests (int):
        bandwidth_bytes (int):
        price (MoneyView): An amount of money in minor units (fen, cents).
    """

    code: StoragePlanCode
    stored_bytes: int
    requests: int
    bandwidth_bytes: int
    price: MoneyView

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        stored_bytes = self.stored_bytes

        requests = self.requests

        bandwidth_bytes = self.bandwidth_bytes

        price = self.price.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "stored_bytes": stored_bytes,
                "requests": requests,
                "bandwidth_bytes": bandwidth_bytes,
                "price": price,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        code = check_storage_plan_code(d.pop("code"))

        stored_bytes = d.pop("stored_bytes")

        requests = d.pop("requests")

        bandwidth_bytes = d.pop("bandwidth_bytes")

        price = MoneyView.from_dict(d.pop("price"))

        storage_plan_view = cls(
            code=code,
            stored_bytes=stored_bytes,
            requests=requests,
            bandwidth_bytes=bandwidth_bytes,
            price=price,
        )

        return storage_plan_view
