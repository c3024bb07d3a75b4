from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="VisitSource")


@_attrs_define
class VisitSource:
    """Over what the user came: `link` is what `via` says in a short link's address, `ad` whether it was an
    ad, `referrer` the address of the page or app that led here.

        Attributes:
            link (None | str | Unset):
            ad (bool | Unset):  Default: False.
            referrer (str | Unset):  Default: ''.
    """

    link: None | str | Unset = UNSET
    ad: bool | Unset = False
    referrer: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        link: None | str | Unset
        if isinstance(self.link, Unset):
            link = UNSET
        else:
            link = self.link

        ad = self.ad

        referrer = self.referrer

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if link is not UNSET:
            field_dict["link"] = link
        if ad is not UNSET:
            field_dict["ad"] = ad
        if referrer is not UNSET:
            field_dict["referrer"] = referrer

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_link(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        link = _parse_link(d.pop("link", UNSET))

        ad = d.pop("ad", UNSET)

        referrer = d.pop("referrer", UNSET)

        visit_source = cls(
            link=link,
            ad=ad,
            referrer=referrer,
        )

        return visit_source
