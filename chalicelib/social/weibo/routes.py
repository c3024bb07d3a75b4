"""The routes by which a store's account on Weibo is connected."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.http import Caller, Routes
from chalicelib.social.errors import (
    ChannelNotConnected,
    ChannelRefused,
    ChannelUnavailable,
    ConsentGone,
)
from chalicelib.social.weibo import service
from chalicelib.social.weibo.schemas import ConnectionView, ConsentRequest, GivenConsent
from chalicelib.social.weibo.service import Asked, Connection
from chalicelib.stores.errors import NotPermitted, StoreNotFound

bp = Routes(__name__)


@bp.post(
    "/stores/{store_id}/weibo/consent",
    answers=ConsentRequest,
    status=HTTPStatus.CREATED,
    raises=(StoreNotFound, NotPermitted),
)
def ask_consent(store_id: str, caller: Caller) -> Asked:
    """Begin to connect the store's account on Weibo."""
    return service.ask(store_id, person=caller.person_id, now=clock.now())


@bp.put(
    "/stores/{store_id}/weibo",
    answers=ConnectionView,
    raises=(
        StoreNotFound,
        NotPermitted,
        ConsentGone,
        ChannelNotConnected,
        ChannelRefused,
        ChannelUnavailable,
    ),
)
def connect_weibo(store_id: str, caller: Caller, body: GivenConsent) -> Connection:
    """Connect the account with what Weibo gave back; another one is replaced."""
    return service.connect(
        store_id, person=caller.person_id, code=body.code, state=body.state, now=clock.now()
    )


@bp.get(
    "/stores/{store_id}/weibo",
    answers=ConnectionView,
    raises=(StoreNotFound, NotPermitted, ChannelNotConnected),
)
def show_weibo(store_id: str, caller: Caller) -> Connection:
    """See the store's account on Weibo."""
    return service.show(store_id, person=caller.person_id)


@bp.delete("/stores/{store_id}/weibo", raises=(StoreNotFound, NotPermitted))
def disconnect_weibo(store_id: str, caller: Caller) -> None:
    """Forget the store's account on Weibo."""
    service.disconnect(store_id, person=caller.person_id)
