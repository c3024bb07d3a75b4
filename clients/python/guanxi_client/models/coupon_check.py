from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="CouponCheck")


@_attrs_define
class CouponCheck:
    """A coupon that was named, and the code of what stands in its way; null: nothing.

    Attributes:
        code (str):
        problem (None | str):
        detail (None | str):
    """

    code: str
    problem: None | str
    detail: None | str

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        problem: None | str
        problem = self.problem

        detail: None | str
        detail = self.detail

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "problem": problem,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        def _parse_problem(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        problem = _parse_problem(d.pop("problem"))

        def _parse_detail(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        detail = _parse_detail(d.pop("detail"))

        coupon_check = cls(
            code=code,
            problem=problem,
            detail=detail,
        )

        return coupon_check
