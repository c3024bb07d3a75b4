from typing import Literal

StoreQrFormat = Literal["png", "svg"]

STORE_QR_FORMAT_VALUES: set[StoreQrFormat] = {
    "png",
    "svg",
}


def check_store_qr_format(value: str) -> StoreQrFormat:
    if value in STORE_QR_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORE_QR_FORMAT_VALUES!r}")
