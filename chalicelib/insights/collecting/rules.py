"""Over which channel somebody came, and by which pseudonym she is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from urllib.parse import urlsplit

from chalicelib.insights.events import Source

LONGEST_AGENT = 300

AD, SEARCH, SOCIAL, REFERRAL, DIRECT = "ad", "search", "social", "referral", "direct"
"""The channels that no link of the store's names. What its links are shared on are channels too."""

_SITES: Mapping[str, str] = {
    "weibo": "weibo.com weibo.cn t.cn",
    "wechat": "weixin.qq.com mp.weixin.qq.com servicewechat.com",
    "qq": "qq.com qzone.com",
    "douyin": "douyin.com iesdouyin.com",
    "xiaohongshu": "xiaohongshu.com xhslink.com",
    "kuaishou": "kuaishou.com chenzhongtech.com",
    "facebook": "facebook.com fb.com fb.me",
    "instagram": "instagram.com",
    "whatsapp": "whatsapp.com wa.me",
    "x": "x.com twitter.com t.co",
    SEARCH: "baidu.com sogou.com so.com sm.cn bing.com google.com google.com.hk duckduckgo.com yandex.com",
    SOCIAL: "zhihu.com douban.com bilibili.com tieba.baidu.com reddit.com linkedin.com pinterest.com",
}
_CHANNELS = {site: channel for channel, sites in _SITES.items() for site in sites.split()}

_AGENTS = (
    ("micromessenger", "wechat"),
    ("weibo", "weibo"),
    (" qq/", "qq"),
    ("aweme", "douyin"),
    ("xiaohongshu", "xiaohongshu"),
    ("discover/", "xiaohongshu"),
    ("kwai", "kuaishou"),
    ("instagram", "instagram"),
    ("fban", "facebook"),
)
"""Apps whose own browsers tell no referrer."""

_COUNTRY = re.compile(r"[A-Z]{2}")


def channel_of(source: Source, link: str | None) -> str:
    """Over which channel somebody came. `link` is the channel of the store's link that she followed."""
    if source.ad:
        return AD
    if link:
        return link
    return _of_site(source.referrer) or _of_app(source.agent.lower()) or DIRECT


def _of_site(host: str) -> str | None:
    """The channel of a site: its own name's, else the one of what it is a part of."""
    parts = host.split(".")
    for start in range(len(parts)):
        if channel := _CHANNELS.get(".".join(parts[start:])):
            return channel
    return REFERRAL if host else None


def _of_app(agent: str) -> str | None:
    return next((channel for word, channel in _AGENTS if word in agent), None)


def host_of(referrer: str, *, own: str) -> str:
    """The host of another site that led here; nothing where it was our own or none."""
    try:
        host = (urlsplit(referrer).hostname or "").lower()
    except ValueError:
        return ""
    return "" if host == own or len(host) > 100 else host


def country_of(told: str) -> str:
    """A country's two letters, or nothing."""
    return told if _COUNTRY.fullmatch(told) else ""


def pseudonym(store_id: str, told: str | None, *, address: str, agent: str, salt: bytes) -> str:
    """By what a visitor is told from others in one store.

    `told` is a random id that her own browser or app made up, and sends if she agreed. Without it she is
    known by where she is and what she uses, until the salt is forgotten; neither can be read from this.
    """
    if told:
        return _digest(f"{store_id} {told}", b"")
    return _digest(f"{store_id} {address} {agent}", salt)


def _digest(text: str, salt: bytes) -> str:
    return blake2b(text.encode(), key=salt, digest_size=12).hexdigest()
