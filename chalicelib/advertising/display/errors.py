"""What can go wrong with display ads."""

from chalicelib.foundation.errors import Invalid


class CategoryNeeded(Invalid):
    """A placement in a category names one that there is, and the home page none."""

    code = "category_needed"
