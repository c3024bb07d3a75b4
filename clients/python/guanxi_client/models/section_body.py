from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.store_section_kind import StoreSectionKind, check_store_section_kind
from ..types import UNSET, Unset

T = TypeVar("T", bound="SectionBody")


@_attrs_define
class SectionBody:
    """A part of the store's page; an empty title is the page language's own.

    Attributes:
        kind (StoreSectionKind): A part of the store's page.
        title (str | Unset):  Default: ''.
    """

    kind: StoreSectionKind
    title: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_store_section_kind(d.pop("kind"))

        title = d.pop("title", UNSET)

        section_body = cls(
            kind=kind,
            title=title,
        )

        return section_body
