"""What can go wrong with categories and attributes."""

from chalicelib.foundation.errors import Invalid, NotFound


class CategoryNotFound(NotFound):
    """There is no such category."""

    code = "category_not_found"


class UnknownCategory(Invalid):
    """There is no such category."""

    code = "unknown_category"


class BadAttribute(Invalid):
    """This attribute isn't what the category wants."""

    code = "bad_attribute"


class AttributeMissing(Invalid):
    """The category wants this attribute of what is on sale."""

    code = "attribute_missing"
