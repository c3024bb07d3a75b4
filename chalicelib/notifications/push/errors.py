"""What can go wrong with push devices."""

from chalicelib.foundation.errors import Invalid, NotFound


class PushDeviceNotFound(NotFound):
    """There is no such device of yours."""

    code = "push_device_not_found"


class BadPushEndpoint(Invalid):
    """This isn't the address of a push service that we know."""

    code = "bad_push_endpoint"


class BadPushKey(Invalid):
    """This isn't a key that a browser subscribes with."""

    code = "bad_push_key"


class Unreachable(Exception):
    """Our app isn't on this device any more, or never was. Nobody's request fails by it."""


class Waiting(Exception):
    """A device couldn't be told now, and may be later. Nobody's request fails by it."""
