from typing import Literal

MyStoreQrFormat = Literal["png", "svg"]

MY_STORE_QR_FORMAT_VALUES: set[MyStoreQrFormat] = {
    "png",
    "svg",
}


def check_my_store_qr_format(value: str) -> MyStoreQrFormat:
    if value in MY_STORE_QR_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MY_STORE_QR_FORMAT_VALUES!r}")
