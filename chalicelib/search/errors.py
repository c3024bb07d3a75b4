"""What can go wrong when one searches."""

from chalicelib.foundation.errors import Invalid


class NothingAsked(Invalid):
    """Say what to look for: some words in `q`, or a `category`."""

    code = "nothing_asked"


class BadPriceRange(Invalid):
    """The lowest price can't be above the highest."""

    code = "bad_price_range"


class BadFilter(Invalid):
    """Attributes are given as `name:value|value,name:value`."""

    code = "bad_filter"


class UnknownFacet(Invalid):
    """Goods can't be narrowed down by this attribute."""

    code = "unknown_facet"
