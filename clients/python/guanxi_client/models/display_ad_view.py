from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DisplayAdView")


@_attrs_define
class DisplayAdView:
    """An ad: it is shown with its `label`, leads to `path`, and its `token` is sent when it was looked at.

    Attributes:
        label (str):
        title (str):
        image (str):
        path (str):
        token (str):
    """

    label: str
    title: str
    image: str
    path: str
    token: str

    def to_dict(self) -> dict[str, Any]:
        label = self.label

        title = self.title

        image = self.image

        path = self.path

        token = self.token

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "label": label,
                "title": title,
                "image": image,
                "path": path,
                "token": token,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        label = d.pop("label")

        title = d.pop("title")

        image = d.pop("image")

        path = d.pop("path")

        token = d.pop("token")

        display_ad_view = cls(
            label=label,
            title=title,
            image=image,
            path=path,
            token=token,
        )

        return display_ad_view
