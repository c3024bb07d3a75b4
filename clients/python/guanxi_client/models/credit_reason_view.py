from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.lending_reason import LendingReason, check_lending_reason

if TYPE_CHECKING:
    from ..models.credit_reason_view_text import CreditReasonViewText


T = TypeVar("T", bound="CreditReasonView")


@_attrs_define
class CreditReasonView:
    """Why the limit isn't higher: a code, and the same in words.

    Attributes:
        code (LendingReason): Why a limit isn't higher: adverse-action codes. Their words are in `words`.
        text (CreditReasonViewText):
    """

    code: LendingReason
    text: CreditReasonViewText

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        text = self.text.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.credit_reason_view_text import CreditReasonViewText  # noqa: PLC0415

        d = dict(src_dict)
        code = check_lending_reason(d.pop("code"))

        text = CreditReasonViewText.from_dict(d.pop("text"))

        credit_reason_view = cls(
            code=code,
            text=text,
        )

        return credit_reason_view
