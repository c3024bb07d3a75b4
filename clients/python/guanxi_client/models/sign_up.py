from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.account_language import AccountLanguage, check_account_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="SignUp")


@_attrs_define
class SignUp:
    """A new account.

    Attributes:
        password (str):
        name (str):
        email (None | str | Unset):
        phone (None | str | Unset):
        language (AccountLanguage | Unset): A language that Guanxi speaks.
    """

    password: str
    name: str
    email: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    language: AccountLanguage | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        password = self.password

        name = self.name

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "password": password,
                "name": name,
            }
        )
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        password = d.pop("password")

        name = d.pop("name")

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        _language = d.pop("language", UNSET)
        language: AccountLanguage | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = check_account_language(_language)

        sign_up = cls(
            password=password,
            name=name,
            email=email,
            phone=phone,
            language=language,
        )

        return sign_up
