"""The routes of push devices."""

from __future__ import annotations

from http import HTTPStatus

from chalicelib.foundation import clock
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.http import Caller, Routes
from chalicelib.notifications.push import service
from chalicelib.notifications.push.errors import PushDeviceNotFound
from chalicelib.notifications.push.rules import Phones, PushDevice
from chalicelib.notifications.push.schemas import NewPushDevice, PushDevicesView, PushDeviceView

bp = Routes(__name__)


@bp.post("/push-devices", answers=PushDeviceView, status=HTTPStatus.CREATED, raises=(ChangedMeanwhile,))
def register_push_device(caller: Caller, body: NewPushDevice) -> PushDevice:
    """Be told on this phone, while no app is open."""
    return service.register(
        caller.person_id, platform=body.platform, token=body.token, language=body.language, now=clock.now()
    )


@bp.get("/push-devices", answers=PushDevicesView)
def my_push_devices(caller: Caller) -> Phones:
    """List the phones that one is told on."""
    return service.phones_of(caller.person_id)


@bp.delete("/push-devices/{push_device_id}", raises=(PushDeviceNotFound, ChangedMeanwhile))
def take_off_push_device(push_device_id: str, caller: Caller) -> None:
    """Be told on this phone no more."""
    service.take_off(caller.person_id, push_device_id, now=clock.now())
