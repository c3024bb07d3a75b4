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
from chalicelib.notifications.push.rules import Phones, PushDevice
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


class SnsPush:
    """The phones that a person has registered, through Amazon SNS, after it is in her inbox."""

    def __init__(self, applications: Mapping[str, str]) -> None:
        self._applications = applications

    def deliver(self, told: Notification) -> bool:
        """Tell each phone of hers, unless they were told or she has read it.

        1 read; where she has phones 1 call of SNS each, 1 write, and 1 transaction when SNS taught something.
        """
        kept: Notification | None
        phones: Phones | None
        kept, phones = read_together(
            [models.notification_want(told.person_id, told.id), push_models.phones_want(told.person_id)]
        )
        if kept is None or kept.read or kept.pushed or phones is None or not phones.devices:
            return False
        self._tell_all(told, phones)
        models.note_pushed(told)
        return True

    def _tell_all(self, told: Notification, phones: Phones) -> None:
        endpoints, gone = {}, set()
        for device in phones.devices:
            try:
                if (endpoint := self._told(told, device)) and not device.endpoint:
                    endpoints[device.id] = endpoint
            except sns.Unreachable:
                gone.add(device.id)
        measure("Pushed", len(phones.devices) - len(gone))
        if endpoints or gone:
            try:
                push.learn(told.person_id, phones, endpoints=endpoints, gone=gone)
            except ChangedMeanwhile:
                log.info("phones changed while they were told; the next push learns it again")

    def _told(self, told: Notification, device: PushDevice) -> str | None:
        application = self._applications.get(device.platform)
        if application is None:
            return None
        endpoint = sns.endpoint_of(application, device)
        sns.tell(endpoint, device, told)
        return endpoint


def channels() -> list[PushChannel]:
    """This stage's channels. Without an application at SNS it is the inbox alone."""
    applications = settings().push_applications
    return [Inbox(), *([SnsPush(applications)] if applications else [])]
