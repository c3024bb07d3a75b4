"""The accounts on Weibo that a person's stores post with."""

from __future__ import annotations

from chalicelib.foundation.paging import Page
from chalicelib.foundation.personal import Holding
from chalicelib.foundation.tables import read_together
from chalicelib.social.weibo import models
from chalicelib.social.weibo.service import Connection
from chalicelib.stores.personal import forget_one_of_each, over_stores
from chalicelib.stores.service import Store


def _connection(store: Store, _: str | None) -> Page[Connection]:
    """Without the token: whoever has it may post."""
    (found,) = read_together([models.connection_want(store.id)])
    return Page([Connection(found.account, found.good_until)] if found else [], None)


HOLDINGS = (
    Holding("channels", pages=over_stores(_connection), forget=forget_one_of_each(models.connection_key)),
)
