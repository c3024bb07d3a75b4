from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.stars_count import StarsCount


T = TypeVar("T", bound="RatingView")


@_attrs_define
class RatingView:
    """What was sold, in pieces, and how it is rated: `average` has one decimal, such as `4.7`.

    Attributes:
        average (None | str):
        reviews (int):
        by_stars (list[StarsCount]):
        with_photos (int):
        sales (int):
    """

    average: None | str
    reviews: int
    by_stars: list[StarsCount]
    with_photos: int
    sales: int

    def to_dict(self) -> dict[str, Any]:
        average: None | str
        average = self.average

        reviews = self.reviews

        by_stars = []
        for by_stars_item_data in self.by_stars:
            by_stars_item = by_stars_item_data.to_dict()
            by_stars.append(by_stars_item)

        with_photos = self.with_photos

        sales = self.sales

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "average": average,
                "reviews": reviews,
                "by_stars": by_stars,
                "with_photos": with_photos,
                "sales": sales,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.stars_count import StarsCount  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_average(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        average = _parse_average(d.pop("average"))

        reviews = d.pop("reviews")

        by_stars = []
        _by_stars = d.pop("by_stars")
        for by_stars_item_data in _by_stars:
            by_stars_item = StarsCount.from_dict(by_stars_item_data)

            by_stars.append(by_stars_item)

        with_photos = d.pop("with_photos")

        sales = d.pop("sales")

        rating_view = cls(
            average=average,
            reviews=reviews,
            by_stars=by_stars,
            with_photos=with_photos,
            sales=sales,
        )

        return rating_view
