"""Tickets and connected devices as the conversations table keeps them."""

from __future__ import annotations

from collections.abc import Collection

from pynamodb.attributes import UnicodeAttribute, UnicodeSetAttribute, UTCDateTimeAttribute
from pynamodb.expressions.update import Action

from chalicelib.conversations.live.rules import CONNECTION_LIFE, Device, Ticket, ticket_id
from chalicelib.foundation import clock
from chalicelib.foundation.tables import Item, Want, table


class TicketItem(Item):
    """A ticket. Key: its id, `ticket`."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    person_id = UnicodeAttribute()
    store_id = UnicodeAttribute(null=True)
    until = UTCDateTimeAttribute()

    def ticket(self) -> Ticket:
        """What the business knows of it."""
        return Ticket(self.person_id, self.store_id, self.until)


class DeviceItem(Item):
    """A connected device. Key: `device#` and its connection, `device`."""

    class Meta(Item.Meta):
        table_name = table("conversations")

    person_id = UnicodeAttribute()
    store_id = UnicodeAttribute(null=True)
    since = UTCDateTimeAttribute()

    def device(self) -> Device:
        """What the business knows of it."""
        return Device(self.pk.removeprefix(_DEVICE), self.person_id, self.store_id, self.since)


class AudienceItem(Item):
    """The devices that hear the same. Key: `audience#` and the buyer or the store, `audience`.

    They are one item, so that those of both sides are read at once, however many there are.
    """

    class Meta(Item.Meta):
        table_name = table("conversations")

    devices = UnicodeSetAttribute(null=True)
    """Since when each is connected, its connection, and whose it is."""

    def present(self) -> list[Device]:
        """The devices, of a store all, of a buyer hers."""
        audience = self.pk.removeprefix(_AUDIENCE)
        return [_device(mark, audience) for mark in self.devices or ()]


_DEVICE, _AUDIENCE = "device#", "audience#"


def _mark(device: Device) -> str:
    return f"{clock.stamp(device.since)} {device.connection_id} {device.person_id}"


def _device(mark: str, audience: str) -> Device:
    since, connection_id, person_id = mark.split(" ")
    store_id = None if audience == person_id else audience
    return Device(connection_id, person_id, store_id, clock.moment(since))


def ticket_item(code: str, ticket: Ticket) -> TicketItem:
    """A ticket as it is stored."""
    return TicketItem(
        pk=ticket_id(code),
        sk="ticket",
        person_id=ticket.person_id,
        store_id=ticket.store_id,
        until=ticket.until,
        expires_at=ticket.until,
    )


def ticket_key(code: str) -> TicketItem:
    """The ticket to tear up."""
    return TicketItem(pk=ticket_id(code), sk="ticket")


def ticket_want(code: str) -> Want[Ticket]:
    """A ticket to be read."""
    return Want(TicketItem, ticket_id(code), "ticket", TicketItem.ticket)


def device_item(device: Device) -> DeviceItem:
    """A device as it is stored."""
    return DeviceItem(
        pk=_DEVICE + device.connection_id,
        sk="device",
        person_id=device.person_id,
        store_id=device.store_id,
        since=device.since,
        expires_at=device.since + CONNECTION_LIFE,
    )


def device_key(connection_id: str) -> DeviceItem:
    """The device to forget."""
    return DeviceItem(pk=_DEVICE + connection_id, sk="device")


def device_want(connection_id: str) -> Want[Device]:
    """A device to be read."""
    return Want(DeviceItem, _DEVICE + connection_id, "device", DeviceItem.device)


def audience_want(audience: str) -> Want[list[Device]]:
    """All that hear the same, to be read."""
    return Want(AudienceItem, _AUDIENCE + audience, "audience", AudienceItem.present)


def audience_key(audience: str) -> AudienceItem:
    """The item to update, known by its key alone."""
    return AudienceItem(pk=_AUDIENCE + audience, sk="audience")


def listening(device: Device) -> list[Action]:
    """The change by which a device is heard of."""
    return [AudienceItem.devices.add({_mark(device)})]


def silent(devices: Collection[Device]) -> list[Action]:
    """The change by which devices aren't told any more."""
    return [AudienceItem.devices.delete({_mark(device) for device in devices})]
