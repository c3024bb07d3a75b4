from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.section_body import SectionBody
    from ..models.theme_body import ThemeBody


T = TypeVar("T", bound="StoreChange")


@_attrs_define
class StoreChange:
    """What to change of a store; what is absent stays. A null logo or banner is taken away.

    Attributes:
        name (None | str | Unset):
        region (None | str | Unset): The county that it sends from, by its code of GET /regions.
        announcement (None | str | Unset):
        about (None | str | Unset):
        theme (None | ThemeBody | Unset):
        logo (None | str | Unset):
        banner (None | str | Unset):
        sections (list[SectionBody] | None | Unset):
        pinned (list[str] | None | Unset):
    """

    name: None | str | Unset = UNSET
    region: None | str | Unset = UNSET
    announcement: None | str | Unset = UNSET
    about: None | str | Unset = UNSET
    theme: None | ThemeBody | Unset = UNSET
    logo: None | str | Unset = UNSET
    banner: None | str | Unset = UNSET
    sections: list[SectionBody] | None | Unset = UNSET
    pinned: list[str] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.theme_body import ThemeBody  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        region: None | str | Unset
        if isinstance(self.region, Unset):
            region = UNSET
        else:
            region = self.region

        announcement: None | str | Unset
        if isinstance(self.announcement, Unset):
            announcement = UNSET
        else:
            announcement = self.announcement

        about: None | str | Unset
        if isinstance(self.about, Unset):
            about = UNSET
        else:
            about = self.about

        theme: dict[str, Any] | None | Unset
        if isinstance(self.theme, Unset):
            theme = UNSET
        elif isinstance(self.theme, ThemeBody):
            theme = self.theme.to_dict()
        else:
            theme = self.theme

        logo: None | str | Unset
        if isinstance(self.logo, Unset):
            logo = UNSET
        else:
            logo = self.logo

        banner: None | str | Unset
        if isinstance(self.banner, Unset):
            banner = UNSET
        else:
            banner = self.banner

        sections: list[dict[str, Any]] | None | Unset
        if isinstance(self.sections, Unset):
            sections = UNSET
        elif isinstance(self.sections, list):
            sections = []
            for sections_type_0_item_data in self.sections:
                sections_type_0_item = sections_type_0_item_data.to_dict()
                sections.append(sections_type_0_item)

        else:
            sections = self.sections

        pinned: list[str] | None | Unset
        if isinstance(self.pinned, Unset):
            pinned = UNSET
        elif isinstance(self.pinned, list):
            pinned = self.pinned

        else:
            pinned = self.pinned

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if region is not UNSET:
            field_dict["region"] = region
        if announcement is not UNSET:
            field_dict["announcement"] = announcement
        if about is not UNSET:
            field_dict["about"] = about
        if theme is not UNSET:
            field_dict["theme"] = theme
        if logo is not UNSET:
            field_dict["logo"] = logo
        if banner is not UNSET:
            field_dict["banner"] = banner
        if sections is not UNSET:
            field_dict["sections"] = sections
        if pinned is not UNSET:
            field_dict["pinned"] = pinned

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.section_body import SectionBody  # noqa: PLC0415
        from ..models.theme_body import ThemeBody  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_region(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        region = _parse_region(d.pop("region", UNSET))

        def _parse_announcement(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        announcement = _parse_announcement(d.pop("announcement", UNSET))

        def _parse_about(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        about = _parse_about(d.pop("about", UNSET))

        def _parse_theme(data: object) -> None | ThemeBody | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                theme_type_0 = ThemeBody.from_dict(data)

                return theme_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ThemeBody | Unset, data)

        theme = _parse_theme(d.pop("theme", UNSET))

        def _parse_logo(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        logo = _parse_logo(d.pop("logo", UNSET))

        def _parse_banner(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        banner = _parse_banner(d.pop("banner", UNSET))

        def _parse_sections(data: object) -> list[SectionBody] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                sections_type_0 = []
                _sections_type_0 = data
                for sections_type_0_item_data in _sections_type_0:
                    sections_type_0_item = SectionBody.from_dict(sections_type_0_item_data)

                    sections_type_0.append(sections_type_0_item)

                return sections_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[SectionBody] | None | Unset, data)

        sections = _parse_sections(d.pop("sections", UNSET))

        def _parse_pinned(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                pinned_type_0 = cast(list[str], data)

                return pinned_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        pinned = _parse_pinned(d.pop("pinned", UNSET))

        store_change = cls(
            name=name,
            region=region,
            announcement=announcement,
            about=about,
            theme=theme,
            logo=logo,
            banner=banner,
            sections=sections,
            pinned=pinned,
        )

        return store_change
