from typing import Literal

NotificationPushLanguage = Literal["en", "zh"]

NOTIFICATION_PUSH_LANGUAGE_VALUES: set[NotificationPushLanguage] = {
    "en",
    "zh",
}


def check_notification_push_language(value: str) -> NotificationPushLanguage:
    if value in NOTIFICATION_PUSH_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTIFICATION_PUSH_LANGUAGE_VALUES!r}")
