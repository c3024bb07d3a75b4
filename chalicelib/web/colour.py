"""A merchant's one colour becomes a whole palette in which every text can be read, by day and by night.

Contrast as WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from functools import lru_cache

READABLE = 4.5
"""The least contrast of text with what lies behind it (WCAG 2.2, success criterion 1.4.3, level AA)."""
HOUSE = "#c8102e"
"""The accent of a store that has chosen none."""
BLACK, WHITE = "#000000", "#ffffff"


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one page, by day or by night. `tint` lies behind highlighted text."""

    ground: str
    surface: str
    tint: str
    line: str
    ink: str
    muted: str
    accent_ink: str
    """The accent as a text colour: readable on ground, surface and tint."""


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of a store's pages."""

    accent: str
    on_accent: str
    glow: str
    """A lighter neighbour of the accent, for gradients."""
    dusk: str
    """A neighbour of the accent, for gradients with text on them."""
    light: Scheme
    dark: Scheme


@lru_cache(maxsize=256)
def palette(theme: str) -> Palette:
    """The palette of a theme colour (#rrggbb). What isn't one gives the house colour's palette."""
    accent = theme.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", theme) else HOUSE
    on_accent = text_on(accent)
    return Palette(
        accent=accent,
        on_accent=on_accent,
        glow=mix(_turned(accent, 34), WHITE, 0.4),
        dusk=readable(mix(_turned(accent, -24), "#2a2140", 0.3), on_accent),
        light=_scheme(accent, ground="#fdfcfb", surface=WHITE, ink="#1c1a1e", tinted=0.1),
        dark=_scheme(accent, ground="#131214", surface="#1d1c1f", ink="#f4f1ef", tinted=0.2),
    )


def _scheme(accent: str, *, ground: str, surface: str, ink: str, tinted: float) -> Scheme:
    ground, surface, ink = mix(ground, accent, 0.03), mix(surface, accent, 0.015), mix(ink, accent, 0.06)
    tint = mix(surface, accent, tinted)
    grounds = (ground, surface, tint)
    return Scheme(
        ground=ground,
        surface=surface,
        tint=tint,
        line=mix(surface, ink, 0.12),
        ink=readable(ink, *grounds),
        muted=readable(mix(ink, ground, 0.4), *grounds),
        accent_ink=readable(accent, *grounds),
    )


def text_on(background: str) -> str:
    """White where white can be read, else black: one of them always can (the worse case is 4.58)."""
    return WHITE if contrast(WHITE, background) >= READABLE else BLACK


def readable(colour: str, *grounds: str) -> str:
    """The colour itself where it can be read, else the nearest step towards black or white that can.

    It can be read on each of the grounds, which are all rather dark or all rather light.
    """
    end = BLACK if contrast(BLACK, grounds[0]) > contrast(WHITE, grounds[0]) else WHITE
    steps = (mix(colour, end, step / 20) for step in range(20))
    return next((step for step in steps if min(contrast(step, on) for on in grounds) >= READABLE), end)


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(one: str, other: str, share: float) -> str:
    """`one` with so much of the other in it: 0 is `one`, 1 the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return _hex(a + (b - a) * share for a, b in pairs)


def _turned(colour: str, degrees: int) -> str:
    """The same colour with its hue turned."""
    hue, lightness, saturation = rgb_to_hls(*(channel / 255 for channel in _channels(colour)))
    turned = hls_to_rgb((hue + degrees / 360) % 1, lightness, saturation)
    return _hex(channel * 255 for channel in turned)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)
