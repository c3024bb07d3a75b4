"""What the listings domain tells."""

from chalicelib.foundation.events import Event


class GoodsChanged(Event):
    """What a buyer may see of these goods has changed: they came, went, sold out, or say something else."""

    listing_ids: tuple[str, ...]
