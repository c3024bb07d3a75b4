from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.store_state import StoreState, check_store_state

if TYPE_CHECKING:
    from ..models.picture_view import PictureView
    from ..models.section_view import SectionView
    from ..models.theme_view import ThemeView


T = TypeVar("T", bound="StoreView")


@_attrs_define
class StoreView:
    """A store as its owner sees it.

    Attributes:
        id (str):
        slug (str):
        path (str):
        name (str):
        currency (str):
        time_zone (str):
        region (str): The county that it sends from; empty if it hasn't said.
        announcement (str):
        about (str):
        theme (ThemeView): How the store looks.
        logo (None | PictureView):
        banner (None | PictureView):
        sections (list[SectionView]):
        pinned (list[str]):
        state (StoreState): A store is set up, then open to all, and may take breaks.
        created_at (datetime.datetime):
    """

    id: str
    slug: str
    path: str
    name: str
    currency: str
    time_zone: str
    region: str
    announcement: str
    about: str
    theme: ThemeView
    logo: None | PictureView
    banner: None | PictureView
    sections: list[SectionView]
    pinned: list[str]
    state: StoreState
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.picture_view import PictureView  # noqa: PLC0415

        id = self.id

        slug = self.slug

        path = self.path

        name = self.name

        currency = self.currency

        time_zone = self.time_zone

        region = self.region

        announcement = self.announcement

        about = self.about

        theme = self.theme.to_dict()

        logo: dict[str, Any] | None
        if isinstance(self.logo, PictureView):
            logo = self.logo.to_dict()
        else:
            logo = self.logo

        banner: dict[str, Any] | None
        if isinstance(self.banner, PictureView):
            banner = self.banner.to_dict()
        else:
            banner = self.banner

        sections = []
        for sections_item_data in self.sections:
            sections_item = sections_item_data.to_dict()
            sections.append(sections_item)

        pinned = self.pinned

        state: str = self.state

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "slug": slug,
                "path": path,
                "name": name,
                "currency": currency,
                "time_zone": time_zone,
                "region": region,
                "announcement": announcement,
                "about": about,
                "theme": theme,
                "logo": logo,
                "banner": banner,
                "sections": sections,
                "pinned": pinned,
                "state": state,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.picture_view import PictureView  # noqa: PLC0415
        from ..models.section_view import SectionView  # noqa: PLC0415
        from ..models.theme_view import ThemeView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        slug = d.pop("slug")

        path = d.pop("path")

        name = d.pop("name")

        currency = d.pop("currency")

        time_zone = d.pop("time_zone")

        region = d.pop("region")

        announcement = d.pop("announcement")

        about = d.pop("about")

        theme = ThemeView.from_dict(d.pop("theme"))

        def _parse_logo(data: object) -> None | PictureView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                logo_type_0 = PictureView.from_dict(data)

                return logo_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PictureView, data)

        logo = _parse_logo(d.pop("logo"))

        def _parse_banner(data: object) -> None | PictureView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                banner_type_0 = PictureView.from_dict(data)

                return banner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PictureView, data)

        banner = _parse_banner(d.pop("banner"))

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = SectionView.from_dict(sections_item_data)

            sections.append(sections_item)

        pinned = cast(list[str], d.pop("pinned"))

        state = check_store_state(d.pop("state"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        store_view = cls(
            id=id,
            slug=slug,
            path=path,
            name=name,
            currency=currency,
            time_zone=time_zone,
            region=region,
            announcement=announcement,
            about=about,
            theme=theme,
            logo=logo,
            banner=banner,
            sections=sections,
            pinned=pinned,
            state=state,
            created_at=created_at,
        )

        return store_view
