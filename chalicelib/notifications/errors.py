"""What can go wrong with notifications."""

from chalicelib.foundation.errors import NotFound


class NotificationNotFound(NotFound):
    """There is no such notification."""

    code = "notification_not_found"
