"""Writes ``resources/icons/strokes.txt`` anew: the lines of each icon, as Qt's own SVG reader draws them.

Usage: python tests/icon_strokes.py, after an icon came to the resources or went. ``tests/ui/test_icons.py`` compares
both, as pictures. A line of the file holds the name of an icon and its strokes on a field of 24 by 24, with commas
between the strokes: ``M x y`` moves, ``L x y`` is a line, ``C`` a curve with two handles and its end, ``Z`` closes,
``O x y rx ry`` is an ellipse.
"""

import os
import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QRect, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from frhearing.paths import resource

FIELD: Final = 24
_GROUP = re.compile(r'<g fill="none" stroke="#000000"[^>]*stroke-width="2".*?</g>', re.DOTALL)
_SHAPE = re.compile(r"<(path|circle|ellipse|polyline|polygon|line|rect) (.*?)/>", re.DOTALL)
_VALUE = re.compile(r'([a-z-]+)="([^"]*)"')
_WORD = re.compile(r"[MLCZ]|-?[0-9.]+(?:e-?[0-9]+)?")


def rewritten(svg: Path) -> str:
    """Give an SVG file as Qt writes it down again: arcs and rounded corners are curves, places are absolute."""
    told = QBuffer()
    paper = QSvgGenerator()
    paper.setOutputDevice(told)
    paper.setSize(QSize(FIELD, FIELD))
    paper.setViewBox(QRect(0, 0, FIELD, FIELD))
    painter = QPainter(paper)
    QSvgRenderer(str(svg)).render(painter, QRectF(0, 0, FIELD, FIELD))
    painter.end()
    return bytes(told.data().data()).decode()


def strokes(svg: Path) -> str:
    """Give the strokes of an icon, with commas between them.

    What is filled besides are dots smaller than a pen: a touch of the pen fills what their outline leaves open.
    """
    found: list[str] = []
    for group in _GROUP.findall(rewritten(svg)):
        for kind, values in _SHAPE.findall(group):
            told = dict(_VALUE.findall(values))
            if kind == "path":
                found.append(" ".join(word if word.isalpha() else short(word) for word in _WORD.findall(told["d"])))
            elif kind == "circle":
                found.append(" ".join(["O", *map(short, (told["cx"], told["cy"], told["r"], told["r"]))]))
                if float(told["r"]) < 1:
                    found.append(f"M {told['cx']} {told['cy']} L {float(told['cx']) + 0.01:g} {told['cy']}")
            elif kind == "ellipse":
                found.append(" ".join(["O", *map(short, (told["cx"], told["cy"], told["rx"], told["ry"]))]))
            elif kind == "polyline":
                places = [" ".join(map(short, place.split(","))) for place in told["points"].split()]
                found.append(f"M {' L '.join(places)}")
            else:
                raise ValueError(f"{svg.name}: Qt drew a {kind}, which has no letter yet.")
    return ", ".join(found)


def short(number: str) -> str:
    """Give a number with three places at most, which is finer than any screen shows."""
    return f"{float(number):.3f}".rstrip("0").rstrip(".")


def main() -> None:
    """Write the file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    folder = resource("icons")
    lines = [f"{svg.stem} {strokes(svg)}\n" for svg in sorted(folder.glob("*.svg"))]
    (folder / "strokes.txt").write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} icons")
    app.quit()


if __name__ == "__main__":
    main()
