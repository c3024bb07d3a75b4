"""What can go wrong in conversations."""

from http import HTTPStatus

from chalicelib.foundation.errors import DomainError, Invalid, NotFound


class ConversationNotFound(NotFound):
    """There is no such conversation."""

    code = "conversation_not_found"


class MessageNotFound(NotFound):
    """There is no such message in this conversation."""

    code = "message_not_found"


class EmptyMessage(Invalid):
    """Say something, or show one thing: a photo, a listing or an order."""

    code = "empty_message"


class OwnStore(DomainError):
    """This is your own store."""

    status, code = HTTPStatus.CONFLICT, "own_store"


class Blocked(DomainError):
    """One side of this conversation has blocked the other."""

    status, code = HTTPStatus.FORBIDDEN, "conversation_blocked"


class TooFast(DomainError):
    """You are sending messages faster than anybody can read them. Please wait a little."""

    status, code = HTTPStatus.TOO_MANY_REQUESTS, "too_fast"


class NotStaff(Invalid):
    """This person doesn't speak with the store's buyers."""

    code = "not_staff"


class Overtaken(DomainError):
    """Another message came first. It is tried again at once."""

    status, code = HTTPStatus.CONFLICT, "overtaken"
