from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RowFault")


@_attrs_define
class RowFault:
    """What is wrong in a row. A CSV's first row names the columns; `column` is empty for a whole row.

    Attributes:
        row (int):
        column (str):
        code (str):
        detail (str):
    """

    row: int
    column: str
    code: str
    detail: str

    def to_dict(self) -> dict[str, Any]:
        row = self.row

        column = self.column

        code = self.code

        detail = self.detail

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "row": row,
                "column": column,
                "code": code,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        row = d.pop("row")

        column = d.pop("column")

        code = d.pop("code")

        detail = d.pop("detail")

        row_fault = cls(
            row=row,
            column=column,
            code=code,
            detail=detail,
        )

        return row_fault
