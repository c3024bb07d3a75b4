from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.privacy_farewell_state import (
    PrivacyFarewellState,
    check_privacy_farewell_state,
)

T = TypeVar("T", bound="FarewellView")


@_attrs_define
class FarewellView:
    """How far the deletion of one's account is. It begins at `due`; until then it can be called off.

    A refused one says what was open then.

        Attributes:
            state (PrivacyFarewellState): How far somebody is who leaves.
            asked_at (datetime.datetime):
            due (datetime.datetime):
            open_matters (list[str]):
    """

    state: PrivacyFarewellState
    asked_at: datetime.datetime
    due: datetime.datetime
    open_matters: list[str]

    def to_dict(self) -> dict[str, Any]:
        state: str = self.state

        asked_at = self.asked_at.isoformat()

        due = self.due.isoformat()

        open_matters = self.open_matters

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "state": state,
                "asked_at": asked_at,
                "due": due,
                "open_matters": open_matters,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = check_privacy_farewell_state(d.pop("state"))

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        due = datetime.datetime.fromisoformat(d.pop("due"))

        open_matters = cast(list[str], d.pop("open_matters"))

        farewell_view = cls(
            state=state,
            asked_at=asked_at,
            due=due,
            open_matters=open_matters,
        )

        return farewell_view
