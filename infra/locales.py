"""Babel's data in the Lambda's zip: the languages that we speak, and of these what the pages write.

All of Babel is 34 MB; of a few locales most is names of languages, countries, units and zones.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from infra.errors import InfraError

KEPT = ("root", "en", "en_001", "en_GB", "zh")
"""Chinese, Britain's English, and what these inherit from."""

UNUSED = (
    *("territories", "languages", "variants", "scripts", "list_patterns", "time_zones", "meta_zones"),
    *("interval_formats", "compact_decimal_formats", "compact_currency_formats", "currency_names"),
    *("currency_names_plural", "currency_symbols", "unit_patterns", "compound_unit_patterns"),
    *("unit_display_names", "date_fields"),
)
"""Parts of a locale that no page writes."""

USED_OF_ALL = ("parent_exceptions", "currency_fractions")
"""Parts of what holds for all locales that are read here; of the others the names alone stay."""

_SLIM = """
import pickle, sys
from pathlib import Path
data, kept, unused, used = Path(sys.argv[1]), *(part.split() for part in sys.argv[2:])
def slim(path, change):
    told = pickle.loads(path.read_bytes())
    change(told)
    path.write_bytes(pickle.dumps(told, 4))
for path in (data / "locale-data").glob("*.dat"):
    if path.stem in kept:
        slim(path, lambda told: [told.pop(name, None) for name in unused])
    else:
        path.unlink()
slim(data / "global.dat", lambda told: told.update({name: {} for name in told if name not in used}))
"""


def slim(tree: Path) -> None:
    """Take out of a folder's Babel, if it is there, what isn't used. Raises InfraError."""
    data = tree / "babel"
    if not data.exists():
        return
    # Its own classes stand in its data: it is read by what lies in the folder.
    script = f"import sys; sys.path.insert(0, {str(tree)!r})\n{_SLIM}"
    command = [sys.executable, "-B", "-S", "-c", script, str(data)]
    command += [" ".join(names) for names in (KEPT, UNUSED, USED_OF_ALL)]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise InfraError(f"Babel's data can't be made smaller: {done.stderr.strip()[-500:]}")
