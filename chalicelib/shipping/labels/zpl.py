"""A label in Zebra's language, for label printers of 8 dots a millimetre; the printer draws the barcode.

No library writes it that may be shipped (the one that is kept up is AGPL), and what is needed of it are
six commands. Source: Zebra's ZPL II programming guide: ^XA, ^PW, ^LL, ^CI28 (UTF-8), ^BC (Code 128), ^FH (a
field's bytes in hexadecimal). Chinese needs a printer with a font for it, as those sold in China have.
"""

from __future__ import annotations

from chalicelib.shipping.labels.rules import HEIGHT, WIDTH, Label, address, foot

DOTS = 8
"""A millimetre."""
_COMMANDS = "^~_"
"""What ZPL would obey instead of printing it; the last one announces hexadecimal digits."""


def written(label: Label) -> bytes:
    """The label's commands, in UTF-8."""
    kind = "  退货 Return" if label.is_return else ""
    parts = [
        "^XA",
        f"^PW{WIDTH * DOTS}",
        f"^LL{HEIGHT * DOTS}",
        "^CI28",
        _text(6, 5, 7, label.courier),
        _text(6, 14, 5, label.service + kind),
        f"^FO{8 * DOTS},{22 * DOTS}^BY3^BCN,{22 * DOTS},Y,N,N,A^FD{_plain(label.number)}^FS",
        *_lines("收 To", address(label.recipient, 34), top=56, size=4.6),
        *_lines("寄 From", address(label.sender, 50), top=92, size=3.2),
        *_lines("", foot(label), top=122, size=2.8),
        "^XZ",
    ]
    return "\n".join(parts).encode()


def _lines(head: str, lines: list[str], *, top: float, size: float) -> list[str]:
    left = 6 + (16 if head else 0)
    texts = [_text(left, top + number * size * 1.3, size, line) for number, line in enumerate(lines[:6])]
    return [_text(6, top, 4, head), *texts] if head else texts


def _text(left: float, top: float, size: float, text: str) -> str:
    dots = [round(one * DOTS) for one in (left, top, size)]
    return f"^FO{dots[0]},{dots[1]}^A0N,{dots[2]},{dots[2]}^FH^FD{_escaped(text)}^FS"


def _escaped(text: str) -> str:
    return "".join(f"_{ord(one):02X}" if one in _COMMANDS else one for one in text)


def _plain(number: str) -> str:
    """Letters, digits and hyphens: all that a tracking number has."""
    return "".join(one for one in number if one.isascii() and (one.isalnum() or one == "-"))
