"""What else is made from the same record: the minutes paragraph, the tally sheet, the web page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frhearing.ui.widgets import PlainButton, column


class ProductButtons(QWidget):
    """``minutes_wanted`` copies, ``tally_wanted`` and ``web_wanted`` ask for a place to save."""

    minutes_wanted = Signal()
    tally_wanted = Signal()
    web_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.minutes = PlainButton("Copy the minutes paragraph", "clipboard-list")
        self.minutes.setToolTip("What was done, not what was said, as text to paste into the minutes")
        self.tally = PlainButton("Tally sheet…", "file-down")
        self.tally.setToolTip("The positions on each question on one page")
        self.web = PlainButton("Web page…", "file-down")
        self.web.setToolTip("The whole summary as one HTML file that needs nothing beside it")
        self.setLayout(column(self.minutes, self.tally, self.web, gap=6))
        self.minutes.clicked.connect(self.minutes_wanted)
        self.tally.clicked.connect(self.tally_wanted)
        self.web.clicked.connect(self.web_wanted)

    def allow(self, ready: bool) -> None:
        """Switch the buttons on or off."""
        for button in (self.minutes, self.tally, self.web):
            button.setEnabled(ready)
