"""What `make run` shows when all is up: the store's address, its QR code, and how to sign in."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence

import qrcode
from qrcode.constants import ERROR_CORRECT_L

from infra.engine import CONFIRMATION_CODE


def banner(api_url: str, path: str, logins: Sequence[Sequence[str]], seconds: float) -> str:
    """The whole text."""
    store = f"{api_url}{path}"
    rows = [("The store", store)] if path else []
    rows += [
        ("The API", api_url),
        ("Sign-up code", f"{CONFIRMATION_CODE}  (the local engine sends no mail or SMS)"),
    ]
    rows += [(f"Sign in as {who}", f"{login}  ·  {password}") for who, login, password in logins]
    width = max(_width(label) for label, _ in rows)
    lines = ["", f"  Guanxi is up after {seconds:.1f} s.", ""]
    lines += [f"  {label}{' ' * (width - _width(label))}   {value}" for label, value in rows]
    lines += ["", _indent(qr_code(store))] if path else []
    return "\n".join(
        [*lines, "", "  Ctrl-C stops it and keeps its state; `make run FRESH=1` begins anew.", ""]
    )


def qr_code(url: str) -> str:
    """A QR code of half blocks, light on dark as most terminals are."""
    code = qrcode.QRCode(border=2, error_correction=ERROR_CORRECT_L)
    code.add_data(url)
    out = io.StringIO()
    code.print_ascii(out, invert=True)
    return out.getvalue().rstrip("\n")


def _indent(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


def _width(text: str) -> int:
    """How many columns a terminal gives a text: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
