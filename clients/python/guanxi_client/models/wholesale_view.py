from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.sample_view import SampleView
    from ..models.wholesale_variant import WholesaleVariant


T = TypeVar("T", bound="WholesaleView")


@_attrs_define
class WholesaleView:
    """On which terms goods are sold wholesale.

    Attributes:
        listing_id (str):
        store_id (str):
        title (str):
        least_quantity (int):
        case_pack (int):
        lead_days (int):
        origin (str):
        sample (None | SampleView):
        variants (list[WholesaleVariant]):
    """

    listing_id: str
    store_id: str
    title: str
    least_quantity: int
    case_pack: int
    lead_days: int
    origin: str
    sample: None | SampleView
    variants: list[WholesaleVariant]

    def to_dict(self) -> dict[str, Any]:
        from ..models.sample_view import SampleView  # noqa: PLC0415

        listing_id = self.listing_id

        store_id = self.store_id

        title = self.title

        least_quantity = self.least_quantity

        case_pack = self.case_pack

        lead_days = self.lead_days

        origin = self.origin

        sample: dict[str, Any] | None
        if isinstance(self.sample, SampleView):
            sample = self.sample.to_dict()
        else:
            sample = self.sample

        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "listing_id": listing_id,
                "store_id": store_id,
                "title": title,
                "least_quantity": least_quantity,
                "case_pack": case_pack,
                "lead_days": lead_days,
                "origin": origin,
                "sample": sample,
                "variants": variants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sample_view import SampleView  # noqa: PLC0415
        from ..models.wholesale_variant import WholesaleVariant  # noqa: PLC0415

        d = dict(src_dict)
        listing_id = d.pop("listing_id")

        store_id = d.pop("store_id")

        title = d.pop("title")

        least_quantity = d.pop("least_quantity")

        case_pack = d.pop("case_pack")

        lead_days = d.pop("lead_days")

        origin = d.pop("origin")

        def _parse_sample(data: object) -> None | SampleView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sample_type_0 = SampleView.from_dict(data)

                return sample_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SampleView, data)

        sample = _parse_sample(d.pop("sample"))

        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = WholesaleVariant.from_dict(variants_item_data)

            variants.append(variants_item)

        wholesale_view = cls(
            listing_id=listing_id,
            store_id=store_id,
            title=title,
            least_quantity=least_quantity,
            case_pack=case_pack,
            lead_days=lead_days,
            origin=origin,
            sample=sample,
            variants=variants,
        )

        return wholesale_view
