from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.affiliate_commission_state import (
    AffiliateCommissionState,
    check_affiliate_commission_state,
)

if TYPE_CHECKING:
    from ..models.money_view import MoneyView


T = TypeVar("T", bound="CommissionView")


@_attrs_define
class CommissionView:
    """The commission of an order: what was promised, and what is left of it or was paid.

    `shortfall` is what an operator couldn't take back, since the promoter's wallet hadn't got it.

        Attributes:
            order_id (str):
            store_id (str):
            link (str):
            state (AffiliateCommissionState): Where a commission is.
            promised (MoneyView): An amount of money in minor units (fen, cents).
            kept (MoneyView): An amount of money in minor units (fen, cents).
            shortfall (MoneyView | None):
            because (None | str):
            placed_at (datetime.datetime):
    """

    order_id: str
    store_id: str
    link: str
    state: AffiliateCommissionState
    promised: MoneyView
    kept: MoneyView
    shortfall: MoneyView | None
    because: None | str
    placed_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        order_id = self.order_id

        store_id = self.store_id

        link = self.link

        state: str = self.state

        promised = self.promised.to_dict()

        kept = self.kept.to_dict()

        shortfall: dict[str, Any] | None
        if isinstance(self.shortfall, MoneyView):
            shortfall = self.shortfall.to_dict()
        else:
            shortfall = self.shortfall

        because: None | str
        because = self.because

        placed_at = self.placed_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "order_id": order_id,
                "store_id": store_id,
                "link": link,
                "state": state,
                "promised": promised,
                "kept": kept,
                "shortfall": shortfall,
                "because": because,
                "placed_at": placed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_view import MoneyView  # noqa: PLC0415

        d = dict(src_dict)
        order_id = d.pop("order_id")

        store_id = d.pop("store_id")

        link = d.pop("link")

        state = check_affiliate_commission_state(d.pop("state"))

        promised = MoneyView.from_dict(d.pop("promised"))

        kept = MoneyView.from_dict(d.pop("kept"))

        def _parse_shortfall(data: object) -> MoneyView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                shortfall_type_0 = MoneyView.from_dict(data)

                return shortfall_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyView | None, data)

        shortfall = _parse_shortfall(d.pop("shortfall"))

        def _parse_because(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        because = _parse_because(d.pop("because"))

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        commission_view = cls(
            order_id=order_id,
            store_id=store_id,
            link=link,
            state=state,
            promised=promised,
            kept=kept,
            shortfall=shortfall,
            because=because,
            placed_at=placed_at,
        )

        return commission_view
