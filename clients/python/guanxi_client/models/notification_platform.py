from typing import Literal

NotificationPlatform = Literal["apns", "fcm", "web"]

NOTIFICATION_PLATFORM_VALUES: set[NotificationPlatform] = {
    "apns",
    "fcm",
    "web",
}


def check_notification_platform(value: str) -> NotificationPlatform:
    if value in NOTIFICATION_PLATFORM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTIFICATION_PLATFORM_VALUES!r}")
