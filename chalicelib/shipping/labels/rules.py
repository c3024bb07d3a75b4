"""What stands on a label, and in which lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chalicelib.shipping.carriers.rules import Contact

WIDTH, HEIGHT = 100, 150
"""Millimetres."""
WIDEST = 30
"""Columns of a line of the smallest print; a Chinese character takes two."""


class LabelFormat(StrEnum):
    """For which printer."""

    PDF = "pdf"
    ZPL = "zpl"

    @property
    def content_type(self) -> str:
        """As HTTP calls it."""
        return {"pdf": "application/pdf", "zpl": "application/zpl"}[self.value]


@dataclass(frozen=True, slots=True)
class Label:
    """What is to be stuck on a parcel."""

    courier: str
    service: str
    number: str
    sender: Contact
    recipient: Contact
    goods: tuple[str, ...]
    references: tuple[str, ...]
    """The orders in it."""
    grams: int
    is_return: bool


def address(contact: Contact, columns: int) -> list[str]:
    """Somebody's address, in lines of so many columns at most."""
    place = f"{contact.region_name}{contact.street}" if contact.country == "CN" else contact.street
    lines = [f"{contact.name} {contact.phone}", *wrapped(place, columns)]
    if contact.country != "CN":
        lines.append(f"{contact.postal_code} {contact.region_name} {contact.country}".strip())
    return [line for one in lines for line in wrapped(one, columns)]


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines of so many columns at most, of which a Chinese character takes two."""
    lines, line, taken = [], "", 0
    for character in text:
        width = 2 if ord(character) > 0x2E7F else 1
        if taken + width > columns:
            lines.append(line)
            line, taken = "", 0
        line, taken = line + character, taken + width
    return [*lines, line] if line else lines


def foot(label: Label) -> list[str]:
    """The small print: weight, what is in it, and whose orders they are."""
    goods = "; ".join(label.goods)
    orders = " ".join(one[-8:] for one in label.references)
    return [f"{label.grams / 1000:g} kg  #{orders}", *wrapped(goods, 56)[:3]]
