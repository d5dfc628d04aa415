"""Takes the shorter products out of the window: the minutes to the clipboard, tally sheet and web page to a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from frhearing.desk import products
from frhearing.desk.products import Format, Made, Product
from frhearing.desk.summaries import NOT_LISTED, PrintOptions
from frhearing.ui.background import Progress
from frhearing.ui.pages.report.outputs import file_name
from frhearing.ui.session import Session

_KINDS = {
    Format.PDF: ("pdf", "PDF (*.pdf)"),
    Format.HTML: ("html", "Web page (*.html)"),
    Format.TXT: ("txt", "Text (*.txt)"),
}


class OtherProducts(QObject):
    """Makes them on the other thread; ``show_file`` opens what was saved."""

    def __init__(self, session: Session, window: QWidget, show_file: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._session, self._window, self._show_file = session, window, show_file

    def copy_minutes(self, options: PrintOptions) -> None:
        """Put the minutes paragraph onto the clipboard."""
        hearing, desk, session = self._session.hearing, self._session.desk, self._session
        if hearing is None:
            return

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            words = f"The minutes paragraph is on the clipboard: {len(text.split()):,} words. Paste it with Ctrl+V."
            session.notice("ok", words)

        session.background.run(lambda _: products.minutes_text(desk, hearing.id, options), done, session.tell)

    def ask(self, product: Product, as_: Format, options: PrintOptions) -> None:
        """Ask where, then make the product there in one step."""
        hearing = self._session.hearing
        if hearing is None:
            return
        ending, kinds = _KINDS[as_]
        what = "tally sheet" if product is Product.TALLY else "web page"
        proposed = file_name(hearing, what, ending)
        name, _kind = QFileDialog.getSaveFileName(self._window, f"Save the {what}", proposed, kinds)
        if name:
            path = Path(name if name.lower().endswith(f".{ending}") else f"{name}.{ending}")
            self.save_to(path, product, as_, options)

    def save_to(self, path: Path, product: Product, as_: Format, options: PrintOptions) -> None:
        """Make a product in a file; an older file stays whole until the new one is complete."""
        hearing, desk, session = self._session.hearing, self._session.desk, self._session
        if hearing is None:
            return

        def job(progress: Progress) -> Made:
            return products.save(
                desk, hearing.id, path, product, as_, options, progress=progress.step, cancelled=progress.cancelled
            )

        def done(made: Made) -> None:
            words = f"Saved: {path.name}, in {path.parent}."
            session.notice("ok", words, "Open", lambda: self._show_file(path))
            if as_ is Format.PDF and not made.listed:
                session.notice("warn", NOT_LISTED)

        session.background.run(job, done, session.tell)
