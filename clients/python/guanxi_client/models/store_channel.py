from typing import Literal

StoreChannel = Literal[
    "douyin",
    "email",
    "facebook",
    "instagram",
    "kuaishou",
    "other",
    "poster",
    "qq",
    "sms",
    "wechat",
    "weibo",
    "whatsapp",
    "x",
    "xiaohongshu",
]

STORE_CHANNEL_VALUES: set[StoreChannel] = {
    "douyin",
    "email",
    "facebook",
    "instagram",
    "kuaishou",
    "other",
    "poster",
    "qq",
    "sms",
    "wechat",
    "weibo",
    "whatsapp",
    "x",
    "xiaohongshu",
}


def check_store_channel(value: str) -> StoreChannel:
    if value in STORE_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STORE_CHANNEL_VALUES!r}")
