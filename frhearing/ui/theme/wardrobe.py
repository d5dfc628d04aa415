"""Who wears the style sheet: the application at first, then each piece of a window for itself.

The application's own sheet is the shortest way to the first window. To change it Qt 6 puts it on every widget anew
for each widget above it: 0.65 s of the processor's time for the 1,200 widgets of a window whose pages were all
visited, against 0.03 s for the one page that is seen. So the first change takes it off the application, and each
piece of a window gets the new one for itself; one that is not seen can wait.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from weakref import ref

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from frhearing.ui.theme.scaling import restyle
from frhearing.ui.theme.sheet import style_sheet
from frhearing.ui.theme.theme import theme

_WORN, _SIZED, _WAITS = "fr_worn", "fr_sized", "fr_waits"
"""Of which look a piece wears the sheet, of which it has the sizes, and whether it waits while it is hidden."""


class Wardrobe:
    """Knows the pieces, and which of them wear the sheet; ``by_pieces`` says that the application does not."""

    def __init__(self) -> None:
        self._pictures = QTemporaryDir()  # the sheet's pictures; it goes when the program ends
        self._look = 0
        self._sheet = ""
        self.by_pieces = False
        self._pieces: list[ref[QWidget]] = []

    def renew(self) -> None:
        """Take note that the theme is another: what is dressed from now on wears its sheet."""
        self._look += 1
        self._sheet = ""

    def add(self, piece: QWidget, *, waits: bool) -> None:
        """Note a piece; one that ``waits`` while it is hidden is dressed by whoever shows it."""
        piece.setProperty(_WAITS, waits)
        piece.setProperty(_SIZED, self._look)
        self._pieces = [kept for kept in self._pieces if _alive(kept) is not None]
        self._pieces.append(ref(piece))

    def dress_application(self, app: QApplication) -> None:
        """Put the sheet on the application itself, as long as the look stays what it is."""
        self.by_pieces = False
        app.setStyleSheet(self.sheet())

    def undress_application(self, app: QApplication) -> None:
        """Take the sheet off the application: from now on the pieces wear it."""
        self.by_pieces = True
        if app.styleSheet():
            app.setStyleSheet("")

    def sheet(self) -> str:
        """Give the style sheet of the theme as it stands."""
        self._sheet = self._sheet or style_sheet(theme, Path(self._pictures.path()))
        return self._sheet

    def dress(self, piece: QWidget) -> bool:
        """Put the sheet on a piece, unless it wears it already; says whether it was put on."""
        if not self.by_pieces or not isValid(piece) or piece.property(_WORN) == self._look:
            return False
        piece.setProperty(_WORN, self._look)
        piece.setStyleSheet(self.sheet())
        if piece.property(_SIZED) != self._look:
            restyle(piece)
            piece.setProperty(_SIZED, self._look)
        return True

    def dress_window(self, window: QWidget) -> None:
        """Put the sheet on all of a window that is seen when it is shown; one without pieces wears it whole."""
        app = QApplication.instance()
        if not self.by_pieces:
            if self._look and isinstance(app, QApplication) and not app.styleSheet():
                self.dress_application(app)
            return
        for piece in self._pieces_of(window) or [window]:
            if not _waits(piece) or piece is window:
                self.dress(piece)

    def dress_seen(self) -> Iterator[None]:
        """Put the sheet on all that is seen of all windows: first what frames the pages, then the pages."""
        later: list[QWidget] = []
        for window in QApplication.topLevelWidgets():
            # A menu or a list that drops down belongs to its piece; a window may go while another is dressed.
            if isValid(window) and window.parentWidget() is None:
                for piece in self._pieces_of(window) or ([window] if window.isVisible() else []):
                    if piece.property(_WAITS):
                        later.append(piece)
                    else:
                        self.dress(piece)
        for piece in later:
            if isValid(piece) and not piece.isHidden():
                yield
                self.dress(piece)

    def dress_hidden(self) -> Iterator[None]:
        """Put the sheet on what is not seen, so that it is ready when it is shown; one piece to a step."""
        for kept in list(self._pieces):
            piece = _alive(kept)
            if piece is not None and self.dress(piece):
                yield

    def _pieces_of(self, window: QWidget) -> list[QWidget]:
        alive = (_alive(kept) for kept in self._pieces)
        return [piece for piece in alive if piece is not None and (piece is window or window.isAncestorOf(piece))]


def _alive(kept: ref[QWidget]) -> QWidget | None:
    piece = kept()
    return piece if piece is not None and isValid(piece) else None


def _waits(piece: QWidget) -> bool:
    return bool(piece.property(_WAITS)) and piece.isHidden()


wardrobe: Final = Wardrobe()
