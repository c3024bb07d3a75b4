from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="GrantView")


@_attrs_define
class GrantView:
    """What is open to a partner: `scopes` is what she may do.

    Attributes:
        partner_id (str):
        person_id (str):
        name (str):
        scopes (list[str]):
        since (datetime.datetime):
        until (datetime.datetime | None):
    """

    partner_id: str
    person_id: str
    name: str
    scopes: list[str]
    since: datetime.datetime
    until: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        partner_id = self.partner_id

        person_id = self.person_id

        name = self.name

        scopes = self.scopes

        since = self.since.isoformat()

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "partner_id": partner_id,
                "person_id": person_id,
                "name": name,
                "scopes": scopes,
                "since": since,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        partner_id = d.pop("partner_id")

        person_id = d.pop("person_id")

        name = d.pop("name")

        scopes = cast(list[str], d.pop("scopes"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))

        grant_view = cls(
            partner_id=partner_id,
            person_id=person_id,
            name=name,
            scopes=scopes,
            since=since,
            until=until,
        )

        return grant_view
