"""What the window remembers of itself: size, text size, colors, keys, the last hearing. Never the record."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from frhearing.ui.theme import Choice

_CHOICES: tuple[Choice, ...] = ("system", "light", "dark", "contrast")


class WindowSettings:
    """Reads and writes ``window.ini`` in the data folder; a damaged or missing file means the defaults."""

    def __init__(self, path: Path) -> None:
        self._ini = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def choice(self) -> Choice:
        """The colors chosen: system, light, dark or contrast."""
        kept = str(self._ini.value("colors", "system"))
        return next((choice for choice in _CHOICES if choice == kept), "system")

    @property
    def zoom(self) -> float:
        """The text size, 1.0 being 100 %."""
        try:
            return float(str(self._ini.value("zoom", "1.0")))
        except ValueError:
            return 1.0

    @property
    def letters(self) -> bool:
        """Whether single-letter keys are on."""
        return str(self._ini.value("letters", "true")) != "false"

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, empty before the first closing."""
        kept = self._ini.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @property
    def last(self) -> tuple[int | None, str]:
        """The hearing and the page that were open last."""
        kept = str(self._ini.value("hearing", ""))
        return (int(kept) if kept.isdecimal() else None), str(self._ini.value("page", "home"))

    def keep_look(self, choice: Choice, zoom: float, letters: bool) -> None:
        """Remember colors, text size and whether single-letter keys are on."""
        self._ini.setValue("colors", choice)
        self._ini.setValue("zoom", str(zoom))
        self._ini.setValue("letters", "true" if letters else "false")

    def keep_hearing(self, hearing_id: int | None) -> None:
        """Remember at once which hearing is opened: a program that dies opens it again."""
        if hearing_id is not None and hearing_id != self.last[0]:
            self._ini.setValue("hearing", str(hearing_id))
            self._ini.sync()

    def keep_place(self, geometry: QByteArray, hearing_id: int | None, page_id: str) -> None:
        """Remember where the window stood and what was open in it."""
        self._ini.setValue("geometry", geometry)
        self._ini.setValue("hearing", "" if hearing_id is None else str(hearing_id))
        self._ini.setValue("page", page_id)
        self._ini.sync()
