from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_section_kind import StoreSectionKind, check_store_section_kind

T = TypeVar("T", bound="SectionView")


@_attrs_define
class SectionView:
    """A part of the store's page.

    Attributes:
        kind (StoreSectionKind): A part of the store's page.
        title (str):
    """

    kind: StoreSectionKind
    title: str

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_store_section_kind(d.pop("kind"))

        title = d.pop("title")

        section_view = cls(
            kind=kind,
            title=title,
        )

        return section_view
