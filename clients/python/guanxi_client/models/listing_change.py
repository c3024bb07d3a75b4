from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.changed_variant import ChangedVariant
    from ..models.listing_change_attributes_type_0 import ListingChangeAttributesType0
    from ..models.new_variant import NewVariant


T = TypeVar("T", bound="ListingChange")


@_attrs_define
class ListingChange:
    """What to change of a listing; what is absent stays.

    Attributes:
        title (None | str | Unset):
        description (None | str | Unset):
        category (None | str | Unset):
        photos (list[str] | None | Unset):
        attributes (ListingChangeAttributesType0 | None | Unset):
        variants (list[ChangedVariant] | Unset):
        new_variants (list[NewVariant] | Unset):
    """

    title: None | str | Unset = UNSET
    description: None | str | Unset = UNSET
    category: None | str | Unset = UNSET
    photos: list[str] | None | Unset = UNSET
    attributes: ListingChangeAttributesType0 | None | Unset = UNSET
    variants: list[ChangedVariant] | Unset = UNSET
    new_variants: list[NewVariant] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.listing_change_attributes_type_0 import (
            ListingChangeAttributesType0,  # noqa: PLC0415
        )

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        photos: list[str] | None | Unset
        if isinstance(self.photos, Unset):
            photos = UNSET
        elif isinstance(self.photos, list):
            photos = self.photos

        else:
            photos = self.photos

        attributes: dict[str, Any] | None | Unset
        if isinstance(self.attributes, Unset):
            attributes = UNSET
        elif isinstance(self.attributes, ListingChangeAttributesType0):
            attributes = self.attributes.to_dict()
        else:
            attributes = self.attributes

        variants: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.variants, Unset):
            variants = []
            for variants_item_data in self.variants:
                variants_item = variants_item_data.to_dict()
                variants.append(variants_item)

        new_variants: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.new_variants, Unset):
            new_variants = []
            for new_variants_item_data in self.new_variants:
                new_variants_item = new_variants_item_data.to_dict()
                new_variants.append(new_variants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if title is not UNSET:
            field_dict["title"] = title
        if description is not UNSET:
            field_dict["description"] = description
        if category is not UNSET:
            field_dict["category"] = category
        if photos is not UNSET:
            field_dict["photos"] = photos
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if variants is not UNSET:
            field_dict["variants"] = variants
        if new_variants is not UNSET:
            field_dict["new_variants"] = new_variants

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.changed_variant import ChangedVariant  # noqa: PLC0415
        from ..models.listing_change_attributes_type_0 import (
            ListingChangeAttributesType0,  # noqa: PLC0415
        )
        from ..models.new_variant import NewVariant  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        def _parse_photos(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                photos_type_0 = cast(list[str], data)

                return photos_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        photos = _parse_photos(d.pop("photos", UNSET))

        def _parse_attributes(data: object) -> ListingChangeAttributesType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attributes_type_0 = ListingChangeAttributesType0.from_dict(data)

                return attributes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ListingChangeAttributesType0 | None | Unset, data)

        attributes = _parse_attributes(d.pop("attributes", UNSET))

        _variants = d.pop("variants", UNSET)
        variants: list[ChangedVariant] | Unset = UNSET
        if _variants is not UNSET:
            variants = []
            for variants_item_data in _variants:
                variants_item = ChangedVariant.from_dict(variants_item_data)

                variants.append(variants_item)

        _new_variants = d.pop("new_variants", UNSET)
        new_variants: list[NewVariant] | Unset = UNSET
        if _new_variants is not UNSET:
            new_variants = []
            for new_variants_item_data in _new_variants:
                new_variants_item = NewVariant.from_dict(new_variants_item_data)

                new_variants.append(new_variants_item)

        listing_change = cls(
            title=title,
            description=description,
            category=category,
            photos=photos,
            attributes=attributes,
            variants=variants,
            new_variants=new_variants,
        )

        return listing_change
