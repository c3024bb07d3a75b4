from typing import Literal

NotificationPhonePlatform = Literal["apns", "fcm"]

NOTIFICATION_PHONE_PLATFORM_VALUES: set[NotificationPhonePlatform] = {
    "apns",
    "fcm",
}


def check_notification_phone_platform(value: str) -> NotificationPhonePlatform:
    if value in NOTIFICATION_PHONE_PLATFORM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTIFICATION_PHONE_PLATFORM_VALUES!r}")
