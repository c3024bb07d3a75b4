from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.portfolio_piece_body import PortfolioPieceBody


T = TypeVar("T", bound="PortfolioBody")


@_attrs_define
class PortfolioBody:
    """All that one shows, in its order.

    Attributes:
        pieces (list[PortfolioPieceBody]):
    """

    pieces: list[PortfolioPieceBody]

    def to_dict(self) -> dict[str, Any]:
        pieces = []
        for pieces_item_data in self.pieces:
            pieces_item = pieces_item_data.to_dict()
            pieces.append(pieces_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "pieces": pieces,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.portfolio_piece_body import PortfolioPieceBody  # noqa: PLC0415

        d = dict(src_dict)
        pieces = []
        _pieces = d.pop("pieces")
        for pieces_item_data in _pieces:
            pieces_item = PortfolioPieceBody.from_dict(pieces_item_data)

            pieces.append(pieces_item)

        portfolio_body = cls(
            pieces=pieces,
        )

        return portfolio_body
