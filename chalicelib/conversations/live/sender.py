"""Telling something to connected devices, through API Gateway.

chalice's own sender works only inside of a WebSocket's handler and only at AWS's address; this one works in
every function, at the stage's address wherever that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.conversations.live.rules import Device
from chalicelib.foundation import aws
from chalicelib.foundation.observability import log, measure

_AT_ONCE = 8


def tell(devices: Sequence[Device], frame: str) -> list[Device]:
    """Send a frame to devices, some at once; answers which are gone. Never raises: a device asks for what
    it missed by the number it had last."""
    if not devices:
        return []
    if len(devices) == 1:
        gone = [_is_gone(devices[0], frame)]
    else:
        with ThreadPoolExecutor(min(_AT_ONCE, len(devices))) as pool:
            gone = list(pool.map(lambda device: _is_gone(device, frame), devices))
    measure("Told", len(devices))
    return [device for device, is_gone in zip(devices, gone, strict=True) if is_gone]


def _is_gone(device: Device, frame: str) -> bool:
    try:
        aws.client("apigatewaymanagementapi").post_to_connection(
            ConnectionId=device.connection_id, Data=frame.encode()
        )
    except ClientError as error:
        if aws.code_of(error) in ("GoneException", "410"):
            return True
        log.exception("a device wasn't told")
    except BotoCoreError:
        log.exception("a device wasn't told")
    return False


def hang_up(devices: Sequence[Device]) -> None:
    """End connections. Never raises."""
    for device in devices:
        try:
            aws.client("apigatewaymanagementapi").delete_connection(ConnectionId=device.connection_id)
        except (ClientError, BotoCoreError):
            log.info("a device was gone already")
