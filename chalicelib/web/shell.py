"""What the web client starts from: its page, its manifest and its service worker.

The client itself (`webapp/`) lies in a bucket, at `Settings.site_url`. These three are at the API's own
address, for a service worker serves only what is beside or below it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from chalicelib.foundation import browsers
from chalicelib.foundation.browsers import BLOB, DATA, SELF
from chalicelib.foundation.config import settings
from chalicelib.foundation.languages import Language
from chalicelib.web.colour import palette
from chalicelib.web.messages import messages
from chalicelib.web.pages import render

NAME = "Guanxi"
_SHORTCUTS = {"chats": "app#/chats", "orders": "app#/orders"}


def shell(language: Language, base_url: str) -> str:
    """The page in which the client runs; it shows the client's outline until that has come."""
    return render("app.html", language, "", api=base_url, site=settings().site_url, language=language)


def shell_headers(html: str) -> Mapping[str, str]:
    """The client may run its own scripts, and reach the API, the photos and the sockets."""
    sockets = browsers.origin(settings().live_url.replace("http", "ws", 1))
    media, client = browsers.media_origin(), _client()
    return browsers.headers(
        html,
        script_src=client,
        style_src=client,
        font_src=client,
        img_src=(SELF, *client, media, DATA, BLOB),
        connect_src=(SELF, *client, media, *filter(None, (sockets,))),
        manifest_src=(SELF,),
        worker_src=(SELF,),
        form_action=(SELF,),
    )


def _client() -> tuple[str, ...]:
    """Where the client's files are: not the whole origin, which on the local engine is that of photos too."""
    return (f"{settings().site_url}/",) if settings().site_url else ()


def manifest(language: Language, base_url: str) -> str:
    """What a phone must know to install the client: https://www.w3.org/TR/appmanifest/."""
    say, colours, path = messages(language), palette(""), f"{urlsplit(base_url).path}/"
    told = {
        "id": f"{path}app",
        "name": NAME,
        "short_name": NAME,
        "description": say["find_text"],
        "lang": say["lang"],
        "dir": "ltr",
        "start_url": f"{path}app",
        "scope": path,
        "display": "standalone",
        "theme_color": colours.light.ground,
        "background_color": colours.light.ground,
        "categories": ["shopping", "business"],
        "icons": [_icon("icon-192", 192), _icon("icon-512", 512), _icon("icon-maskable-512", 512)],
        "shortcuts": [
            {"name": say[name], "url": f"{path}{url}", "icons": [_icon("icon-192", 192)]}
            for name, url in _SHORTCUTS.items()
        ],
    }
    return json.dumps(told, ensure_ascii=False)


def _icon(name: str, size: int) -> Mapping[str, str]:
    return {
        "src": f"{settings().site_url}/icons/{name}.png",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": "maskable" if "maskable" in name else "any",
    }


def worker() -> str:
    """The service worker. Another version of the client makes it another script, which browsers notice."""
    return render(
        "sw.js",
        "en",
        "",
        site=settings().site_url,
        version=settings().site_url.rpartition("/")[2],
        overwritten=bool(settings().local_engine_url),
    )


def worker_headers() -> Mapping[str, str]:
    """The service worker fetches the client's files and its page, and nothing else."""
    return browsers.headers("", connect_src=(SELF, *_client()))
