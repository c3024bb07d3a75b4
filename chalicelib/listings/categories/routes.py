"""The routes of the categories. They change with the code only, so whoever has read them keeps them."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.foundation.http import Routes
from chalicelib.listings.categories import service
from chalicelib.listings.categories.errors import CategoryNotFound
from chalicelib.listings.categories.rules import Asked, Category
from chalicelib.listings.categories.schemas import CategoriesQuery, CategoryDetails, CategoryTree

bp = Routes(__name__)

_FRESH = 3600


@bp.get("/categories", answers=CategoryTree, signed_in=False, fresh_for=_FRESH, raises=(CategoryNotFound,))
def list_categories(query: CategoriesQuery) -> Sequence[Category]:
    """List the tree of categories, or those directly under one."""
    return service.below(query.parent)


@bp.get(
    "/categories/{category}",
    answers=CategoryDetails,
    signed_in=False,
    fresh_for=_FRESH,
    raises=(CategoryNotFound,),
)
def show_category(category: str) -> tuple[Sequence[Category], Sequence[Asked]]:
    """See a category, with all that is told of its goods."""
    return service.show(category)
