"""What can go wrong with favourites."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, NotFound


class FavouriteNotFound(NotFound):
    """These goods aren't among your favourites."""

    code = "favourite_not_found"


class FavouritesFull(DomainError):
    """You can keep 500 favourites. Remove one first."""

    status, code = HTTPStatus.CONFLICT, "favourites_full"
