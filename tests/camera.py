"""A camera that looks at a picture with a QR code in it."""

from __future__ import annotations

import zxingcpp
from PIL.Image import Image


def seen(picture: Image) -> zxingcpp.Barcode:
    """The one QR code in a picture, whose logo may look like a bar code besides, as Mei's bow often does."""
    (found,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return found
