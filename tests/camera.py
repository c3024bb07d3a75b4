"""A camera that looks at a picture with a code in it."""

from __future__ import annotations

import zxingcpp
from PIL.Image import Image


def seen(picture: Image) -> zxingcpp.Barcode:
    """The one QR code in a picture, whose logo may look like a bar code besides, as Mei's bow often does."""
    return _only(picture, zxingcpp.BarcodeFormat.QRCode)


def scanned(label: Image) -> zxingcpp.Barcode:
    """The one bar code on a label, of the kind that parcels have."""
    return _only(label, zxingcpp.BarcodeFormat.Code128)


def _only(picture: Image, kind: zxingcpp.BarcodeFormat) -> zxingcpp.Barcode:
    (found,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(kind))
    return found
