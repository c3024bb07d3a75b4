from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_status import ShippingStatus, check_shipping_status

if TYPE_CHECKING:
    from ..models.news_view import NewsView
    from ..models.proof_view import ProofView


T = TypeVar("T", bound="TrackingView")


@_attrs_define
class TrackingView:
    """Where a parcel is, and all that was told of it, the latest first.

    A courier that isn't followed tells nothing: its parcel stays `pending`.

        Attributes:
            courier (str):
            tracking_number (str):
            service (None | str):
            status (ShippingStatus): Where a parcel is. The words are AfterShip's, and what it calls exceptions told apart:
                https://www.aftership.com/docs/tracking/enum/delivery-statuses.
            status_at (datetime.datetime | None):
            possessed_at (datetime.datetime | None):
            attempted_at (datetime.datetime | None):
            delivered_at (datetime.datetime | None):
            proof (None | ProofView):
            events (list[NewsView]):
    """

    courier: str
    tracking_number: str
    service: None | str
    status: ShippingStatus
    status_at: datetime.datetime | None
    possessed_at: datetime.datetime | None
    attempted_at: datetime.datetime | None
    delivered_at: datetime.datetime | None
    proof: None | ProofView
    events: list[NewsView]

    def to_dict(self) -> dict[str, Any]:
        from ..models.proof_view import ProofView  # noqa: PLC0415

        courier = self.courier

        tracking_number = self.tracking_number

        service: None | str
        service = self.service

        status: str = self.status

        status_at: None | str
        if isinstance(self.status_at, datetime.datetime):
            status_at = self.status_at.isoformat()
        else:
            status_at = self.status_at

        possessed_at: None | str
        if isinstance(self.possessed_at, datetime.datetime):
            possessed_at = self.possessed_at.isoformat()
        else:
            possessed_at = self.possessed_at

        attempted_at: None | str
        if isinstance(self.attempted_at, datetime.datetime):
            attempted_at = self.attempted_at.isoformat()
        else:
            attempted_at = self.attempted_at

        delivered_at: None | str
        if isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        proof: dict[str, Any] | None
        if isinstance(self.proof, ProofView):
            proof = self.proof.to_dict()
        else:
            proof = self.proof

        events = []
        for events_item_data in self.events:
            events_item = events_item_data.to_dict()
            events.append(events_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "courier": courier,
                "tracking_number": tracking_number,
                "service": service,
                "status": status,
                "status_at": status_at,
                "possessed_at": possessed_at,
                "attempted_at": attempted_at,
                "delivered_at": delivered_at,
                "proof": proof,
                "events": events,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.news_view import NewsView  # noqa: PLC0415
        from ..models.proof_view import ProofView  # noqa: PLC0415

        d = dict(src_dict)
        courier = d.pop("courier")

        tracking_number = d.pop("tracking_number")

        def _parse_service(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        service = _parse_service(d.pop("service"))

        status = check_shipping_status(d.pop("status"))

        def _parse_status_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_at_type_0 = datetime.datetime.fromisoformat(data)

                return status_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        status_at = _parse_status_at(d.pop("status_at"))

        def _parse_possessed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                possessed_at_type_0 = datetime.datetime.fromisoformat(data)

                return possessed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        possessed_at = _parse_possessed_at(d.pop("possessed_at"))

        def _parse_attempted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                attempted_at_type_0 = datetime.datetime.fromisoformat(data)

                return attempted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        attempted_at = _parse_attempted_at(d.pop("attempted_at"))

        def _parse_delivered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)

                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at"))

        def _parse_proof(data: object) -> None | ProofView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                proof_type_0 = ProofView.from_dict(data)

                return proof_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProofView, data)

        proof = _parse_proof(d.pop("proof"))

        events = []
        _events = d.pop("events")
        for events_item_data in _events:
            events_item = NewsView.from_dict(events_item_data)

            events.append(events_item)

        tracking_view = cls(
            courier=courier,
            tracking_number=tracking_number,
            service=service,
            status=status,
            status_at=status_at,
            possessed_at=possessed_at,
            attempted_at=attempted_at,
            delivered_at=delivered_at,
            proof=proof,
            events=events,
        )

        return tracking_view
