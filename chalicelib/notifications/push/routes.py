"""The routes of push devices."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.notifications.push import service
from chalicelib.notifications.push.errors import BadPushEndpoint, BadPushKey, PushDeviceNotFound
from chalicelib.notifications.push.rules import Phones, Platform, PushDevice
from chalicelib.notifications.push.schemas import (
    NewPushDevice,
    NewPushSubscription,
    PushDevicesView,
    PushDeviceView,
    PushKeyView,
)

bp = Routes(__name__)


@bp.post("/push-devices", answers=PushDeviceView, status=HTTPStatus.CREATED, raises=(ChangedMeanwhile,))
def register_push_device(caller: Caller, body: NewPushDevice) -> PushDevice:
    """Be told on this phone, while no app is open."""
    return service.register(
        caller.person_id,
        platform=Platform(body.platform.value),
        token=body.token,
        language=body.language,
        now=clock.now(),
    )


@bp.get("/push-key", answers=PushKeyView, signed_in=False)
def push_key() -> str | None:
    """Show the key by which a browser subscribes to be told."""
    return service.push_key()


@bp.post(
    "/push-subscriptions",
    answers=PushDeviceView,
    status=HTTPStatus.CREATED,
    raises=(BadPushEndpoint, BadPushKey, ChangedMeanwhile),
)
def subscribe_to_push(caller: Caller, body: NewPushSubscription) -> PushDevice:
    """Be told in this browser, while no page of ours is open.

    It is one of the push devices then, and taken off as one.
    """
    return service.subscribe(
        caller.person_id,
        endpoint=body.endpoint,
        keys=body.keys.kept(),
        language=body.language,
        now=clock.now(),
    )


@bp.get("/push-devices", answers=PushDevicesView)
def my_push_devices(caller: Caller) -> Phones:
    """List the phones and browsers that one is told on."""
    return service.phones_of(caller.person_id)


@bp.delete("/push-devices/{push_device_id}", raises=(PushDeviceNotFound, ChangedMeanwhile))
def take_off_push_device(push_device_id: str, caller: Caller) -> None:
    """Be told on this phone or in this browser no more."""
    service.take_off(caller.person_id, push_device_id, now=clock.now())
