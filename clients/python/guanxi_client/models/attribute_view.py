from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.listing_kind import ListingKind, check_listing_kind

if TYPE_CHECKING:
    from ..models.choice_view import ChoiceView


T = TypeVar("T", bound="AttributeView")


@_attrs_define
class AttributeView:
    """Something that is told of a category's goods.

    A number is in `unit`, from `least` to `most`, with so many `decimals`. `required` is wanted of what is on
    sale; by what is `facetable` goods can be narrowed down.

        Attributes:
            slug (str):
            zh (str):
            en (str):
            kind (ListingKind): What an attribute's value is.
            required (bool):
            facetable (bool):
            choices (list[ChoiceView]):
            unit (None | str):
            least (int | None):
            most (int | None):
            decimals (int | None):
    """

    slug: str
    zh: str
    en: str
    kind: ListingKind
    required: bool
    facetable: bool
    choices: list[ChoiceView]
    unit: None | str
    least: int | None
    most: int | None
    decimals: int | None

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        zh = self.zh

        en = self.en

        kind: str = self.kind

        required = self.required

        facetable = self.facetable

        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        unit: None | str
        unit = self.unit

        least: int | None
        least = self.least

        most: int | None
        most = self.most

        decimals: int | None
        decimals = self.decimals

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "slug": slug,
                "zh": zh,
                "en": en,
                "kind": kind,
                "required": required,
                "facetable": facetable,
                "choices": choices,
                "unit": unit,
                "least": least,
                "most": most,
                "decimals": decimals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.choice_view import ChoiceView  # noqa: PLC0415

        d = dict(src_dict)
        slug = d.pop("slug")

        zh = d.pop("zh")

        en = d.pop("en")

        kind = check_listing_kind(d.pop("kind"))

        required = d.pop("required")

        facetable = d.pop("facetable")

        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = ChoiceView.from_dict(choices_item_data)

            choices.append(choices_item)

        def _parse_unit(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit = _parse_unit(d.pop("unit"))

        def _parse_least(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        least = _parse_least(d.pop("least"))

        def _parse_most(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        most = _parse_most(d.pop("most"))

        def _parse_decimals(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        decimals = _parse_decimals(d.pop("decimals"))

        attribute_view = cls(
            slug=slug,
            zh=zh,
            en=en,
            kind=kind,
            required=required,
            facetable=facetable,
            choices=choices,
            unit=unit,
            least=least,
            most=most,
            decimals=decimals,
        )

        return attribute_view
