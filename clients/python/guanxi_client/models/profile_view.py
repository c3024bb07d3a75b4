from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.account_language import AccountLanguage, check_account_language

T = TypeVar("T", bound="ProfileView")


@_attrs_define
class ProfileView:
    """One's own profile.

    Attributes:
        id (str):
        name (str):
        language (AccountLanguage): A language that Guanxi speaks.
        default_address_id (None | str):
        created_at (datetime.datetime | None):
    """

    id: str
    name: str
    language: AccountLanguage
    default_address_id: None | str
    created_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        language: str = self.language

        default_address_id: None | str
        default_address_id = self.default_address_id

        created_at: None | str
        if isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()
        else:
            created_at = self.created_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "name": name,
                "language": language,
                "default_address_id": default_address_id,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        language = check_account_language(d.pop("language"))

        def _parse_default_address_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        default_address_id = _parse_default_address_id(d.pop("default_address_id"))

        def _parse_created_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_at_type_0 = datetime.datetime.fromisoformat(data)

                return created_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        created_at = _parse_created_at(d.pop("created_at"))

        profile_view = cls(
            id=id,
            name=name,
            language=language,
            default_address_id=default_address_id,
            created_at=created_at,
        )

        return profile_view
