"""Weibo's Open Platform: https://open.weibo.com/wiki (oauth2/authorize, oauth2/access_token, statuses/share).

What it wants of a shared post: at most 140 characters, a link to a domain that the app has registered, no
topic between two `#`, the operator's own IP address, and a picture below 5 MB. It refuses the same text twice
in a row (20019), and shortens links in the text that it shows; so a post carries its link's code beside the
link, by which it is found again. A token holds for as long as it said, and there is no renewing it: its owner
consents anew.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from chalicelib.foundation.config import settings
from chalicelib.social.errors import ChannelNotConnected, ChannelRefused, ChannelUnavailable
from chalicelib.social.weibo.protocol import Consent

if TYPE_CHECKING:
    import urllib3

LATEST = 20
"""How many of the latest posts are looked through for one of ours."""

_TOKEN_GONE = {21314, 21315, 21316, 21317, 21319, 21327, 21332}
"""Its codes for tokens that are used, expired, revoked or unknown."""
_PASSING = {10001, 10002, 10003, 10009, 10010, 10011, 10022, 10023, 10024}
"""Its codes for system errors, and for limits of requests that pass with the hour."""


@cache
def _pool() -> urllib3.PoolManager:
    import urllib3

    return urllib3.PoolManager(timeout=urllib3.Timeout(connect=2, read=10), retries=False)


class Weibo:
    """Weibo, asked with this stage's app."""

    def consent_url(self, state: str) -> str:
        """Its page where the account's owner says yes."""
        asked = {
            "client_id": settings().weibo_app_key,
            "redirect_uri": settings().weibo_redirect_url,
            "response_type": "code",
            "state": state,
        }
        return f"{settings().weibo_url}/oauth2/authorize?{urlencode(asked)}"

    def consent(self, code: str, *, app_secret: str, now: datetime) -> Consent:
        """Exchange a code for a token."""
        found = self._ask(
            "POST",
            "/oauth2/access_token",
            {
                "client_id": settings().weibo_app_key,
                "client_secret": app_secret,
                "grant_type": "authorization_code",
                "redirect_uri": settings().weibo_redirect_url,
                "code": code,
            },
        )
        lasts = timedelta(seconds=int(found["expires_in"]))
        return Consent(str(found["uid"]), str(found["access_token"]), expires_at=now + lasts)

    def publish(self, consent: Consent, *, text: str, picture: bytes | None, address: str) -> str:
        """Share a link with a picture."""
        told: dict[str, Any] = {"access_token": consent.token, "status": text, "rip": address}
        if picture:
            told["pic"] = ("card.jpg", picture, "image/jpeg")
        return str(self._ask("POST", "/2/statuses/share.json", told, multipart=picture is not None)["idstr"])

    def find(self, consent: Consent, *, marker: str) -> str | None:
        """Look through the account's latest posts."""
        asked = {"access_token": consent.token, "uid": consent.account, "count": LATEST, "trim_user": 1}
        found = self._ask("GET", "/2/statuses/user_timeline.json", asked)["statuses"]
        return next((str(one["idstr"]) for one in found if marker in one["text"]), None)

    def _ask(self, method: str, path: str, told: dict[str, Any], *, multipart: bool = False) -> Any:
        import urllib3

        url = settings().weibo_url + path
        try:
            answer = _pool().request(
                method,
                url if method == "POST" else f"{url}?{urlencode(told)}",
                fields=told if multipart else None,
                body=urlencode(told) if method == "POST" and not multipart else None,
                headers=None if multipart else {"Content-Type": "application/x-www-form-urlencoded"},
            )
            found = json.loads(answer.data)
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            raise ChannelUnavailable from error
        if answer.status == HTTPStatus.OK and "error_code" not in found:
            return found
        raise _refusal(found)


def _refusal(told: dict[str, Any]) -> Exception:
    code = int(told.get("error_code", 10001))
    if code in _TOKEN_GONE:
        return ChannelNotConnected()
    if code in _PASSING:
        return ChannelUnavailable()
    return ChannelRefused(f"Weibo refuses this: {told.get('error')} ({code}).")
