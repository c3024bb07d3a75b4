from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.attribute_view import AttributeView
    from ..models.category_view import CategoryView


T = TypeVar("T", bound="CategoryDetails")


@_attrs_define
class CategoryDetails:
    """A category with all that is told of its goods. `line` leads from the top down to it.

    Attributes:
        slug (str):
        parent (None | str):
        zh (str):
        en (str):
        line (list[CategoryView]):
        attributes (list[AttributeView]):
    """

    slug: str
    parent: None | str
    zh: str
    en: str
    line: list[CategoryView]
    attributes: list[AttributeView]

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        parent: None | str
        parent = self.parent

        zh = self.zh

        en = self.en

        line = []
        for line_item_data in self.line:
            line_item = line_item_data.to_dict()
            line.append(line_item)

        attributes = []
        for attributes_item_data in self.attributes:
            attributes_item = attributes_item_data.to_dict()
            attributes.append(attributes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "slug": slug,
                "parent": parent,
                "zh": zh,
                "en": en,
                "line": line,
                "attributes": attributes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attribute_view import AttributeView  # noqa: PLC0415
        from ..models.category_view import CategoryView  # noqa: PLC0415

        d = dict(src_dict)
        slug = d.pop("slug")

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        zh = d.pop("zh")

        en = d.pop("en")

        line = []
        _line = d.pop("line")
        for line_item_data in _line:
            line_item = CategoryView.from_dict(line_item_data)

            line.append(line_item)

        attributes = []
        _attributes = d.pop("attributes")
        for attributes_item_data in _attributes:
            attributes_item = AttributeView.from_dict(attributes_item_data)

            attributes.append(attributes_item)

        category_details = cls(
            slug=slug,
            parent=parent,
            zh=zh,
            en=en,
            line=line,
            attributes=attributes,
        )

        return category_details
