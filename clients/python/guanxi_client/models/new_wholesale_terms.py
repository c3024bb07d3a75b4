from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.sample_terms import SampleTerms


T = TypeVar("T", bound="NewWholesaleTerms")


@_attrs_define
class NewWholesaleTerms:
    """On which terms goods are sold wholesale. What so many cost is their ladder.

    Attributes:
        least_quantity (int):
        lead_days (int):
        origin (str):
        case_pack (int | Unset):  Default: 1.
        sample (None | SampleTerms | Unset):
    """

    least_quantity: int
    lead_days: int
    origin: str
    case_pack: int | Unset = 1
    sample: None | SampleTerms | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.sample_terms import SampleTerms  # noqa: PLC0415

        least_quantity = self.least_quantity

        lead_days = self.lead_days

        origin = self.origin

        case_pack = self.case_pack

        sample: dict[str, Any] | None | Unset
        if isinstance(self.sample, Unset):
            sample = UNSET
        elif isinstance(self.sample, SampleTerms):
            sample = self.sample.to_dict()
        else:
            sample = self.sample

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "least_quantity": least_quantity,
                "lead_days": lead_days,
                "origin": origin,
            }
        )
        if case_pack is not UNSET:
            field_dict["case_pack"] = case_pack
        if sample is not UNSET:
            field_dict["sample"] = sample

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sample_terms import SampleTerms  # noqa: PLC0415

        d = dict(src_dict)
        least_quantity = d.pop("least_quantity")

        lead_days = d.pop("lead_days")

        origin = d.pop("origin")

        case_pack = d.pop("case_pack", UNSET)

        def _parse_sample(data: object) -> None | SampleTerms | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sample_type_0 = SampleTerms.from_dict(data)

                return sample_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SampleTerms | Unset, data)

        sample = _parse_sample(d.pop("sample", UNSET))

        new_wholesale_terms = cls(
            least_quantity=least_quantity,
            lead_days=lead_days,
            origin=origin,
            case_pack=case_pack,
            sample=sample,
        )

        return new_wholesale_terms
