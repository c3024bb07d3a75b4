"""The ways by which a notification comes to its person.

A channel is asked once or several times for the same notification, and brings it once: what a consumer asks
for again after a crash is done already, or is done then.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pynamodb.exceptions import PutError

from chalicelib.foundation import aws
from chalicelib.foundation.config import settings
from chalicelib.foundation.errors import ChangedMeanwhile
from chalicelib.foundation.observability import log, measure
from chalicelib.foundation.tables import read_together
from chalicelib.notifications import models
from chalicelib.notifications.models import NotificationItem
from chalicelib.notifications.push import models as push_models
from chalicelib.notifications.push import service as push
from chalicelib.notifications.push import sns
from chalicelib.notifications.push.errors import Unreachable, Waiting
from chalicelib.notifications.push.rules import Phones, Platform, PushDevice
from chalicelib.notifications.push.web import sending
from chalicelib.notifications.rules import Notification


class PushChannel(Protocol):
    """Brings notifications to people, whether they look or not."""

    def deliver(self, told: Notification) -> bool:
        """Bring a notification; answers whether it wasn't brought before."""


class Inbox:
    """The list of notifications in the app."""

    def deliver(self, told: Notification) -> bool:
        """Put it in the list. 1 write."""
        try:
            models.notification_item(told).save(NotificationItem.pk.does_not_exist())
        except PutError as error:
            if not aws.condition_failed(error):
                raise
            return False
        return True


class Way(Protocol):
    """How devices of a kind are told."""

    def tell(self, device: PushDevice, told: Notification) -> str | None:
        """Have a device show it; answers what it is called there. Raises Unreachable, Waiting."""


class ByApplication:
    """Phones, by an application at Amazon SNS."""

    def __init__(self, application: str) -> None:
        self._application = application

    def tell(self, device: PushDevice, told: Notification) -> str | None:
        """1 call of SNS, 2 the first time."""
        endpoint = sns.endpoint_of(self._application, device)
        sns.tell(endpoint, device, told)
        return endpoint


class ByPushService:
    """Browsers, each by its own push service."""

    def __init__(self, contact: str) -> None:
        self._contact = contact

    def tell(self, device: PushDevice, told: Notification) -> str | None:
        """1 request."""
        sending.tell(device, told, contact=self._contact)
        return None


class Push:
    """The phones and browsers that a person has registered, after it is in her inbox."""

    def __init__(self, ways: Mapping[Platform, Way]) -> None:
        self._ways = ways

    def deliver(self, told: Notification) -> bool:
        """Tell each device of hers, unless they were told or she has read it.

        1 read; where she has devices 1 call or request each, 1 write, and 1 transaction when that taught
        something. Raises Waiting when one of them can't be told before later; the others aren't told again.
        """
        kept: Notification | None
        phones: Phones | None
        kept, phones = read_together(
            [models.notification_want(told.person_id, told.id), push_models.phones_want(told.person_id)]
        )
        if kept is None or kept.read or kept.pushed or phones is None or not phones.devices:
            return False
        if waiting := self._tell_all(told, phones, reached=kept.reached):
            models.note_reached(told, {one.id for one in phones.devices} - waiting)
            raise Waiting
        models.note_pushed(told)
        return True

    def _tell_all(self, told: Notification, phones: Phones, *, reached: frozenset[str]) -> set[str]:
        """Tell those that weren't reached; answers which can't be told before later."""
        endpoints, gone, waiting = {}, set(), set()
        asked = [one for one in phones.devices if one.id not in reached and one.platform in self._ways]
        for device in asked:
            try:
                endpoint = self._ways[device.platform].tell(device, told)
                if endpoint and not device.endpoint:
                    endpoints[device.id] = endpoint
            except Unreachable:
                gone.add(device.id)
            except Waiting:
                waiting.add(device.id)
        measure("Pushed", len(asked) - len(gone) - len(waiting))
        if endpoints or gone:
            try:
                push.learn(told.person_id, phones, endpoints=endpoints, gone=gone)
            except ChangedMeanwhile:
                log.info("phones changed while they were told; the next push learns it again")
        return waiting


def channels() -> list[PushChannel]:
    """This stage's channels. Without a way to tell devices it is the inbox alone."""
    ways: dict[Platform, Way] = {
        Platform(platform): ByApplication(arn) for platform, arn in settings().push_applications.items()
    }
    if contact := settings().push_contact:
        ways[Platform.WEB] = ByPushService(contact)
    return [Inbox(), *([Push(ways)] if ways else [])]
