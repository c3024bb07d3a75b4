from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalicelib.web.colour import (
    BLACK,
    HOUSE,
    READABLE,
    WHITE,
    Scheme,
    contrast,
    mix,
    palette,
    readable,
    text_on,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


class TestContrast:
    @pytest.mark.parametrize(
        ("one", "other", "ratio"),
        [
            (BLACK, WHITE, 21.0),
            ("#777777", WHITE, 4.48),
            ("#767676", WHITE, 4.54),
            ("#ff0000", WHITE, 4.0),
            (WHITE, WHITE, 1.0),
        ],
    )
    def test_is_what_wcag_says(self, one: str, other: str, ratio: float) -> None:
        assert contrast(one, other) == pytest.approx(ratio, abs=0.005)

    @given(colours, colours)
    def test_does_not_ask_which_lies_on_top(self, one: str, other: str) -> None:
        assert contrast(one, other) == contrast(other, one)


class TestTextOnATheme:
    @given(colours)
    def test_can_be_read_on_any_colour(self, theme: str) -> None:
        chosen = palette(theme)

        assert contrast(chosen.on_accent, chosen.accent) >= READABLE
        assert contrast(chosen.on_accent, chosen.dusk) >= READABLE

    @given(colours)
    def test_is_black_or_white(self, theme: str) -> None:
        assert text_on(theme) in {BLACK, WHITE}

    @pytest.mark.parametrize(("theme", "text"), [("#c8102e", WHITE), ("#f2c230", BLACK), ("#2f6fde", WHITE)])
    def test_is_white_where_white_can_be_read(self, theme: str, text: str) -> None:
        assert text_on(theme) == text


class TestPalette:
    @given(colours, st.sampled_from(["light", "dark"]))
    @example(BLACK, "dark")
    @example(WHITE, "light")
    def test_every_text_can_be_read_on_every_ground(self, theme: str, time: str) -> None:
        scheme: Scheme = getattr(palette(theme), time)

        for text in (scheme.ink, scheme.muted, scheme.accent_ink):
            for ground in (scheme.ground, scheme.surface, scheme.tint):
                assert contrast(text, ground) >= READABLE

    @given(colours)
    def test_keeps_the_merchants_own_colour_as_the_accent(self, theme: str) -> None:
        assert palette(theme).accent == theme
        assert palette(theme.upper()).accent == theme

    @pytest.mark.parametrize("theme", ["", "red", "#12345", "#1234567", "#gggggg", "#c8102e;}", "#c8102e\n"])
    def test_falls_back_to_the_house_colour(self, theme: str) -> None:
        assert palette(theme).accent == HOUSE


class TestReadable:
    def test_leaves_a_readable_colour_alone(self) -> None:
        assert readable("#8a1c2c", WHITE) == "#8a1c2c"

    @given(colours, colours)
    def test_always_ends_at_one_that_can_be_read(self, colour: str, ground: str) -> None:
        assert contrast(readable(colour, ground), ground) >= READABLE


class TestMix:
    @given(colours, colours)
    def test_runs_from_the_one_to_the_other(self, one: str, other: str) -> None:
        assert (mix(one, other, 0), mix(one, other, 1)) == (one, other)
