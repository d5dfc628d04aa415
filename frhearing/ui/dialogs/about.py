"""What this is, which version, where the records lie, and whose work it stands on."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from frhearing import __version__
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.widgets import PrimaryButton, label, row

_WORDS = (
    "The desk of a council clerk at a public hearing. It works offline: nothing ever leaves this computer.",
    "frhearing is free software under the MIT license. It uses Qt under the LGPL, unmodified; the Inter and "
    "Source typefaces under the Open Font License; Lucide icons under the ISC license.",
)


class AboutDialog(Overlay):
    """A few sentences and a button."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "About frhearing", width=520)
        self.body.addWidget(label("frhearing", "h1"))
        self.body.addWidget(label(f"Version {__version__} · Qt {qVersion()}", "caption"))
        for words in _WORDS:
            self.body.addWidget(label(words, wrap=True))
        done = PrimaryButton("Close")
        done.clicked.connect(self.accept)
        done.setDefault(True)
        self.body.addLayout(row(None, done))
