"""What is told of push devices."""

from chalicelib.foundation.events import Event


class PushDeviceDropped(Event):
    """A phone was taken off: what its platform's service keeps of it is to go too."""

    device_id: str
    endpoint: str
