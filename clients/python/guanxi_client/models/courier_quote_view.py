from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.shipping_kind import ShippingKind, check_shipping_kind
from ..models.shipping_zone import ShippingZone, check_shipping_zone

if TYPE_CHECKING:
    from ..models.measured_rate import MeasuredRate
    from ..models.price_view import PriceView
    from ..models.transit_view import TransitView


T = TypeVar("T", bound="CourierQuoteView")


@_attrs_define
class CourierQuoteView:
    """A service, what it asks, when it should come, and what it has really done on this lane.

    Attributes:
        service (str):
        kind (ShippingKind): What sort of service it is.
        courier (str):
        name_zh (str):
        name_en (str):
        zone (ShippingZone): How far it is, as rate cards have it.
        price (PriceView): A price, and the parts that it is the sum of. `chargeable_grams` is what is paid for.
        promised_days (int):
        handed_over (datetime.date):
        arrives_from (datetime.date):
        arrives_by (datetime.date):
        arrival_is_measured (bool):
        on_time (MeasuredRate): A rate in basis points, and its 95 % credible interval.

            `seen` parcels stand behind it at the narrowest level with any; what wider levels know is in it as well.
        makes_it (MeasuredRate | None):
        loss (MeasuredRate): A rate in basis points, and its 95 % credible interval.

            `seen` parcels stand behind it at the narrowest level with any; what wider levels know is in it as well.
        damage (MeasuredRate): A rate in basis points, and its 95 % credible interval.

            `seen` parcels stand behind it at the narrowest level with any; what wider levels know is in it as well.
        transit (None | TransitView):
        pickup_minutes (int | None):
        claim_minutes (int | None):
    """

    service: str
    kind: ShippingKind
    courier: str
    name_zh: str
    name_en: str
    zone: ShippingZone
    price: PriceView
    promised_days: int
    handed_over: datetime.date
    arrives_from: datetime.date
    arrives_by: datetime.date
    arrival_is_measured: bool
    on_time: MeasuredRate
    makes_it: MeasuredRate | None
    loss: MeasuredRate
    damage: MeasuredRate
    transit: None | TransitView
    pickup_minutes: int | None
    claim_minutes: int | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.measured_rate import MeasuredRate  # noqa: PLC0415
        from ..models.transit_view import TransitView  # noqa: PLC0415

        service = self.service

        kind: str = self.kind

        courier = self.courier

        name_zh = self.name_zh

        name_en = self.name_en

        zone: str = self.zone

        price = self.price.to_dict()

        promised_days = self.promised_days

        handed_over = self.handed_over.isoformat()

        arrives_from = self.arrives_from.isoformat()

        arrives_by = self.arrives_by.isoformat()

        arrival_is_measured = self.arrival_is_measured

        on_time = self.on_time.to_dict()

        makes_it: dict[str, Any] | None
        if isinstance(self.makes_it, MeasuredRate):
            makes_it = self.makes_it.to_dict()
        else:
            makes_it = self.makes_it

        loss = self.loss.to_dict()

        damage = self.damage.to_dict()

        transit: dict[str, Any] | None
        if isinstance(self.transit, TransitView):
            transit = self.transit.to_dict()
        else:
            transit = self.transit

        pickup_minutes: int | None
        pickup_minutes = self.pickup_minutes

        claim_minutes: int | None
        claim_minutes = self.claim_minutes

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "service": service,
                "kind": kind,
                "courier": courier,
                "name_zh": name_zh,
                "name_en": name_en,
                "zone": zone,
                "price": price,
                "promised_days": promised_days,
                "handed_over": handed_over,
                "arrives_from": arrives_from,
                "arrives_by": arrives_by,
                "arrival_is_measured": arrival_is_measured,
                "on_time": on_time,
                "makes_it": makes_it,
                "loss": loss,
                "damage": damage,
                "transit": transit,
                "pickup_minutes": pickup_minutes,
                "claim_minutes": claim_minutes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.measured_rate import MeasuredRate  # noqa: PLC0415
        from ..models.price_view import PriceView  # noqa: PLC0415
        from ..models.transit_view import TransitView  # noqa: PLC0415

        d = dict(src_dict)
        service = d.pop("service")

        kind = check_shipping_kind(d.pop("kind"))

        courier = d.pop("courier")

        name_zh = d.pop("name_zh")

        name_en = d.pop("name_en")

        zone = check_shipping_zone(d.pop("zone"))

        price = PriceView.from_dict(d.pop("price"))

        promised_days = d.pop("promised_days")

        handed_over = datetime.date.fromisoformat(d.pop("handed_over"))

        arrives_from = datetime.date.fromisoformat(d.pop("arrives_from"))

        arrives_by = datetime.date.fromisoformat(d.pop("arrives_by"))

        arrival_is_measured = d.pop("arrival_is_measured")

        on_time = MeasuredRate.from_dict(d.pop("on_time"))

        def _parse_makes_it(data: object) -> MeasuredRate | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                makes_it_type_0 = MeasuredRate.from_dict(data)

                return makes_it_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MeasuredRate | None, data)

        makes_it = _parse_makes_it(d.pop("makes_it"))

        loss = MeasuredRate.from_dict(d.pop("loss"))

        damage = MeasuredRate.from_dict(d.pop("damage"))

        def _parse_transit(data: object) -> None | TransitView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                transit_type_0 = TransitView.from_dict(data)

                return transit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TransitView, data)

        transit = _parse_transit(d.pop("transit"))

        def _parse_pickup_minutes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        pickup_minutes = _parse_pickup_minutes(d.pop("pickup_minutes"))

        def _parse_claim_minutes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        claim_minutes = _parse_claim_minutes(d.pop("claim_minutes"))

        courier_quote_view = cls(
            service=service,
            kind=kind,
            courier=courier,
            name_zh=name_zh,
            name_en=name_en,
            zone=zone,
            price=price,
            promised_days=promised_days,
            handed_over=handed_over,
            arrives_from=arrives_from,
            arrives_by=arrives_by,
            arrival_is_measured=arrival_is_measured,
            on_time=on_time,
            makes_it=makes_it,
            loss=loss,
            damage=damage,
            transit=transit,
            pickup_minutes=pickup_minutes,
            claim_minutes=claim_minutes,
        )

        return courier_quote_view
