from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.facet_view_kind import FacetViewKind, check_facet_view_kind

if TYPE_CHECKING:
    from ..models.facet_choice import FacetChoice


T = TypeVar("T", bound="FacetView")


@_attrs_define
class FacetView:
    """Something to narrow by; each is counted as if nothing of it were chosen.

    Attributes:
        name (str):
        kind (FacetViewKind):
        choices (list[FacetChoice]):
    """

    name: str
    kind: FacetViewKind
    choices: list[FacetChoice]

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        kind: str = self.kind

        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "kind": kind,
                "choices": choices,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.facet_choice import FacetChoice  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        kind = check_facet_view_kind(d.pop("kind"))

        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = FacetChoice.from_dict(choices_item_data)

            choices.append(choices_item)

        facet_view = cls(
            name=name,
            kind=kind,
            choices=choices,
        )

        return facet_view
