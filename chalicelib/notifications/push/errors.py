"""What can go wrong with push devices."""

from chalicelib.foundation.errors import NotFound


class PushDeviceNotFound(NotFound):
    """There is no such device of yours."""

    code = "push_device_not_found"
