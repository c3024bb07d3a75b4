"""Prices, numbers and days of the pages, and that the zip's Babel writes them as the whole one does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import babel
import pytest

from chalicelib.foundation.languages import Language
from chalicelib.foundation.money import Money
from chalicelib.web import formats
from infra import bundle, locales

EVENING = datetime(2026, 12, 5, 17, 9, tzinfo=UTC)


class TestPrice:
    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize(
        ("amount", "currency", "said"),
        [
            (3_990, "CNY", "¥39.90"),
            (123_456_789, "CNY", "¥1,234,567.89"),
            (0, "CNY", "¥0.00"),
            (1_200, "JPY", "JP¥1,200"),
            (12_345, "KWD", "KWD 12.345"),
            (99_999_999_999_999, "EUR", "€999,999,999,999.99"),
            (-5, "USD", "-$0.05"),
        ],
    )
    def test_is_exact_in_the_minor_unit_of_its_currency(
        self, language: Language, amount: int, currency: str, said: str
    ) -> None:
        assert formats.price(Money(amount, currency), language) == said


class TestNumbersAndDays:
    @pytest.mark.parametrize(
        ("language", "moment", "day"),
        [("zh", "12月6日 01:09", "2026年12月6日"), ("en", "6 Dec, 01:09", "6 Dec 2026")],
    )
    def test_are_of_the_language_and_the_stores_zone(self, language: Language, moment: str, day: str) -> None:
        assert formats.moment(EVENING, language, time_zone="Asia/Shanghai") == moment
        assert formats.day(EVENING, language, time_zone="Asia/Shanghai") == day
        assert formats.count(1_234_567, language) == "1,234,567"


ALL = """
import json
from datetime import UTC, datetime, timedelta
from chalicelib.foundation.money import Money
from chalicelib.web import formats
said = []
for language in ("zh", "en"):
    for month in range(12):
        at = datetime(2026, 1, 31, 4 * (month % 6), 5, tzinfo=UTC) + timedelta(days=30 * month)
        said.append(formats.moment(at, language, time_zone="Asia/Urumqi"))
        said.append(formats.day(at, language, time_zone="America/New_York"))
    for currency in ("CNY", "JPY", "KWD", "CHF", "IQD"):
        said.append(formats.price(Money(-123456789, currency), language))
    said.append(formats.count(98765, language))
print(json.dumps(said))
"""


def written(*folders: str) -> list[str]:
    """What a Python of its own writes, with the Babel of a folder."""
    script = f"import sys; sys.path[:0] = {list(folders)!r}\n{ALL}"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    said: list[str] = json.loads(run.stdout)
    return said


class TestBabelInTheZip:
    def test_writes_all_as_the_whole_one_does_and_is_small(self, tmp_path: Path) -> None:
        where = tmp_path / "babel"
        shutil.copytree(Path(babel.__file__).parent, where, ignore=shutil.ignore_patterns("__pycache__"))

        bundle._prune(tmp_path)
        locales.slim(tmp_path)

        assert not list(where.rglob("*.pyc"))
        assert {path.stem for path in (where / "locale-data").glob("*.dat")} == set(locales.KEPT)
        assert sum(path.stat().st_size for path in where.rglob("*.dat")) < 150_000
        assert written(str(tmp_path)) == written()

    def test_may_be_missing(self, tmp_path: Path) -> None:
        locales.slim(tmp_path)
        assert list(tmp_path.iterdir()) == []
