"""The icons that ship: each is drawn somewhere, none is missing where it is named, each looks like its drawing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QImage, QImageReader

from frhearing.paths import resource
from frhearing.ui.theme import icons

NAMES = sorted(file.stem for file in resource("icons").glob("*.svg"))


def test_no_icon_ships_that_nothing_draws():
    package = Path(__file__).resolve().parents[2] / "frhearing"
    source = "\n".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py"))
    assert len(NAMES) > 80
    assert [name for name in NAMES if f'"{name}"' not in source] == []


def read_by_qt(name, colour, pixels):
    """Give an icon as Qt's own reader draws its SVG file."""
    source = QBuffer()
    source.setData(resource("icons", f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode()))
    reader = QImageReader(source, b"svg")
    reader.setScaledSize(QSize(pixels, pixels))
    return reader.read()


def differences(one, other):
    """Give how far apart two pictures are, pixel by pixel, in parts of 255 of their ink and colour."""
    pictures = [image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied) for image in (one, other)]
    assert pictures[0].size() == pictures[1].size()
    first, second = (bytes(picture.constBits()) for picture in pictures)
    return [abs(a - b) for a, b in zip(first, second, strict=True)]


@pytest.mark.parametrize(("pixels", "ratio"), [(18, 1.0), (22, 1.25), (36, 2.0)])
def test_strokes_are_those_of_the_drawings(qtbot, pixels, ratio):
    for name in NAMES:
        drawn = icons._render(name, "#1f6feb", pixels, ratio)
        assert drawn.devicePixelRatio() == ratio
        apart = differences(drawn.toImage(), read_by_qt(name, "#1f6feb", round(pixels * ratio)))
        # Where a line comes back to its beginning up to three pixels at the edge have another shade.
        assert len([one for one in apart if one > 40]) <= 12, name


def test_a_drawing_changed_or_forgotten_would_be_seen(qtbot):
    check, minus = (read_by_qt(name, "#000000", 18) for name in ("check", "minus"))
    assert sum(differences(check, minus)) / (18 * 18 * 4) > 5


def test_every_drawing_has_its_strokes_and_no_other_has():
    assert sorted(icons._strokes()) == NAMES


def test_an_icon_that_is_not_there_is_named(qtbot):
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icons.pixmap("no-such-icon")
