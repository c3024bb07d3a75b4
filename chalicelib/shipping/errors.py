"""What can go wrong with parcels."""

from chalicelib.foundation.errors import NotFound


class ParcelNotFound(NotFound):
    """This order hasn't been shipped yet."""

    code = "parcel_not_found"
