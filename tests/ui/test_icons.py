"""The icons that ship: each is drawn somewhere, none is missing where it is named."""

from pathlib import Path

from frhearing.paths import resource


def test_no_icon_ships_that_nothing_draws():
    package = Path(__file__).resolve().parents[2] / "frhearing"
    source = "\n".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py"))
    icons = [file.stem for file in resource("icons").glob("*.svg")]
    assert len(icons) > 80
    assert [name for name in icons if f'"{name}"' not in source] == []
