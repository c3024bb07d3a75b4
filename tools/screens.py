"""`make screenshots`: the page that shows the pictures that the browser's tests have taken."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs" / "screens"
_OTHERS = ("-dark", "-wide")
_ROW = 4


def gallery(names: list[str]) -> str:
    """A page with the pictures on a phone, some in a row, each with a link to the dark and the wide one."""
    cells = [
        f'<td valign="top"><img src="{name}.webp" width="195" alt="{name}"><br>{name}'
        f' (<a href="{name}-dark.webp">dark</a>, <a href="{name}-wide.webp">wide</a>)</td>'
        for name in names
    ]
    rows = ["".join(cells[at : at + _ROW]) for at in range(0, len(cells), _ROW)]
    table = "\n".join(f"<tr>{row}</tr>" for row in rows)
    told = "Made by `make screenshots` from what the browser's tests see."
    return f"# Screens\n\n{told}\n\n<table>\n{table}\n</table>\n"


def main() -> None:
    """Write the page."""
    names = sorted(path.stem for path in FOLDER.glob("*.webp") if not path.stem.endswith(_OTHERS))
    (FOLDER / "README.md").write_text(gallery(names))
    print(f"  {len(names)} screens are shown in docs/screens/README.md")


if __name__ == "__main__":
    main()
