from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.shipping_by import ShippingBy, check_shipping_by

if TYPE_CHECKING:
    from ..models.blend_body import BlendBody
    from ..models.courier_quote_view import CourierQuoteView
    from ..models.not_offered import NotOffered
    from ..models.sentences import Sentences


T = TypeVar("T", bound="ComparisonView")


@_attrs_define
class ComparisonView:
    """Every service that can take the parcel, the best first; the others with their reasons.

    Attributes:
        ranked_by (ShippingBy): What services are ranked by.
        blend (BlendBody): What a blend is made of, in parts of their sum.
        why_first (Sentences): Something said in both languages.
        items (list[CourierQuoteView]):
        refusals (list[NotOffered]):
    """

    ranked_by: ShippingBy
    blend: BlendBody
    why_first: Sentences
    items: list[CourierQuoteView]
    refusals: list[NotOffered]

    def to_dict(self) -> dict[str, Any]:
        ranked_by: str = self.ranked_by

        blend = self.blend.to_dict()

        why_first = self.why_first.to_dict()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        refusals = []
        for refusals_item_data in self.refusals:
            refusals_item = refusals_item_data.to_dict()
            refusals.append(refusals_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ranked_by": ranked_by,
                "blend": blend,
                "why_first": why_first,
                "items": items,
                "refusals": refusals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.blend_body import BlendBody  # noqa: PLC0415
        from ..models.courier_quote_view import CourierQuoteView  # noqa: PLC0415
        from ..models.not_offered import NotOffered  # noqa: PLC0415
        from ..models.sentences import Sentences  # noqa: PLC0415

        d = dict(src_dict)
        ranked_by = check_shipping_by(d.pop("ranked_by"))

        blend = BlendBody.from_dict(d.pop("blend"))

        why_first = Sentences.from_dict(d.pop("why_first"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = CourierQuoteView.from_dict(items_item_data)

            items.append(items_item)

        refusals = []
        _refusals = d.pop("refusals")
        for refusals_item_data in _refusals:
            refusals_item = NotOffered.from_dict(refusals_item_data)

            refusals.append(refusals_item)

        comparison_view = cls(
            ranked_by=ranked_by,
            blend=blend,
            why_first=why_first,
            items=items,
            refusals=refusals,
        )

        return comparison_view
