from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ProofView")


@_attrs_define
class ProofView:
    """How a parcel was handed over, as its courier says; the photo is at the courier.

    Attributes:
        at (datetime.datetime):
        received_by (str):
        photo_url (None | str):
    """

    at: datetime.datetime
    received_by: str
    photo_url: None | str

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        received_by = self.received_by

        photo_url: None | str
        photo_url = self.photo_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "at": at,
                "received_by": received_by,
                "photo_url": photo_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        received_by = d.pop("received_by")

        def _parse_photo_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        photo_url = _parse_photo_url(d.pop("photo_url"))

        proof_view = cls(
            at=at,
            received_by=received_by,
            photo_url=photo_url,
        )

        return proof_view
