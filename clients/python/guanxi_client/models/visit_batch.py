from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.visit_source import VisitSource
    from ..models.visit_step import VisitStep


T = TypeVar("T", bound="VisitBatch")


@_attrs_define
class VisitBatch:
    """What one user did in a store. The same `batch_id` counts once, so a batch may be sent again.

    Send `visitor`, a random id that the app made up, only if the user agreed to be counted by it: without one
    she is known for a day at most, and with `Sec-GPC: 1` it is not looked at.

        Attributes:
            store_id (str):
            batch_id (str):
            steps (list[VisitStep]):
            visitor (None | str | Unset):
            source (VisitSource | Unset): Over what the user came: `link` is what `via` says in a short link's address, `ad`
                whether it was an
                ad, `referrer` the address of the page or app that led here.
    """

    store_id: str
    batch_id: str
    steps: list[VisitStep]
    visitor: None | str | Unset = UNSET
    source: VisitSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        store_id = self.store_id

        batch_id = self.batch_id

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        visitor: None | str | Unset
        if isinstance(self.visitor, Unset):
            visitor = UNSET
        else:
            visitor = self.visitor

        source: dict[str, Any] | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "store_id": store_id,
                "batch_id": batch_id,
                "steps": steps,
            }
        )
        if visitor is not UNSET:
            field_dict["visitor"] = visitor
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.visit_source import VisitSource  # noqa: PLC0415
        from ..models.visit_step import VisitStep  # noqa: PLC0415

        d = dict(src_dict)
        store_id = d.pop("store_id")

        batch_id = d.pop("batch_id")

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = VisitStep.from_dict(steps_item_data)

            steps.append(steps_item)

        def _parse_visitor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        visitor = _parse_visitor(d.pop("visitor", UNSET))

        _source = d.pop("source", UNSET)
        source: VisitSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = VisitSource.from_dict(_source)

        visit_batch = cls(
            store_id=store_id,
            batch_id=batch_id,
            steps=steps,
            visitor=visitor,
            source=source,
        )

        return visit_batch
