from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_listing_attributes import NewListingAttributes
    from ..models.new_variant import NewVariant


T = TypeVar("T", bound="NewListing")


@_attrs_define
class NewListing:
    """Goods to list.

    Attributes:
        store_id (str):
        title (str):
        category (str):
        variants (list[NewVariant]):
        description (str | Unset):  Default: ''.
        photos (list[str] | Unset):
        attributes (NewListingAttributes | Unset):
        publish (bool | Unset): Put it on sale at once. Default: False.
    """

    store_id: str
    title: str
    category: str
    variants: list[NewVariant]
    description: str | Unset = ""
    photos: list[str] | Unset = UNSET
    attributes: NewListingAttributes | Unset = UNSET
    publish: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        title = self.title

        category = self.category

        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        description = self.description

        photos: list[str] | Unset = UNSET
        if not isinstance(self.photos, Unset):
            photos = self.photos

        attributes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.attributes, Unset):
            attributes = self.attributes.to_dict()

        publish = self.publish

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "title": title,
                "category": category,
                "variants": variants,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if photos is not UNSET:
            field_dict["photos"] = photos
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if publish is not UNSET:
            field_dict["publish"] = publish

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_listing_attributes import NewListingAttributes  # noqa: PLC0415
        from ..models.new_variant import NewVariant  # noqa: PLC0415

        d = dict(src_dict)
        store_id = d.pop("store_id")

        title = d.pop("title")

        category = d.pop("category")

        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = NewVariant.from_dict(variants_item_data)

            variants.append(variants_item)

        description = d.pop("description", UNSET)

        photos = cast(list[str], d.pop("photos", UNSET))

        _attributes = d.pop("attributes", UNSET)
        attributes: NewListingAttributes | Unset
        if isinstance(_attributes, Unset):
            attributes = UNSET
        else:
            attributes = NewListingAttributes.from_dict(_attributes)

        publish = d.pop("publish", UNSET)

        new_listing = cls(
            store_id=store_id,
            title=title,
            category=category,
            variants=variants,
            description=description,
            photos=photos,
            attributes=attributes,
            publish=publish,
        )

        return new_listing
