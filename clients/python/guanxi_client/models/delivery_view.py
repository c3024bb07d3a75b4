from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.delivered_photo_view import DeliveredPhotoView


T = TypeVar("T", bound="DeliveryView")


@_attrs_define
class DeliveryView:
    """What was delivered.

    Attributes:
        text (str):
        photos (list[DeliveredPhotoView]):
        theme (None | str):
        at (datetime.datetime):
    """

    text: str
    photos: list[DeliveredPhotoView]
    theme: None | str
    at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        photos = []
        for photos_item_data in self.photos:
            photos_item = photos_item_data.to_dict()
            photos.append(photos_item)

        theme: None | str
        theme = self.theme

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "photos": photos,
                "theme": theme,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.delivered_photo_view import DeliveredPhotoView  # noqa: PLC0415

        d = dict(src_dict)
        text = d.pop("text")

        photos = []
        _photos = d.pop("photos")
        for photos_item_data in _photos:
            photos_item = DeliveredPhotoView.from_dict(photos_item_data)

            photos.append(photos_item)

        def _parse_theme(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        theme = _parse_theme(d.pop("theme"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        delivery_view = cls(
            text=text,
            photos=photos,
            theme=theme,
            at=at,
        )

        return delivery_view
