"""Takes the summary out of the window: saved as a file, on paper, or shown by the system's own viewer."""

import re
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from frhearing.desk import summaries
from frhearing.desk.summaries import PrintOptions, Summary
from frhearing.model.errors import DiskFault
from frhearing.model.hearing import Hearing
from frhearing.ui.background import Progress, Task
from frhearing.ui.pages.report.printing import paper_of, print_pages
from frhearing.ui.session import Session


def file_name(hearing: Hearing, what: str = "summary", ending: str = "pdf") -> str:
    """Give a name for a file that any system takes."""
    words = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", f"{hearing.date} {hearing.title} – {what}")
    return f"{' '.join(words.split())[:120].strip(' .')}.{ending}"


class Outputs(QObject):
    """Saves and prints on the other thread. ``busy`` carries words while it lasts, "" when it is over.

    ``moved`` says how far it is: done, total, words.
    """

    busy = Signal(str)
    moved = Signal(int, int, str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._folder: QTemporaryDir | None = None
        self._task: Task[Summary] | Task[int] | None = None

    def cancel(self) -> None:
        """Give up what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.busy.emit("")

    def save(self, options: PrintOptions) -> None:
        """Ask where, then make the summary there in one step."""
        hearing = self._session.hearing
        if hearing is None:
            return
        name, _kind = QFileDialog.getSaveFileName(self._window, "Save the summary", file_name(hearing), "PDF (*.pdf)")
        if name:
            self.save_to(Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"), options)

    def save_to(self, path: Path, options: PrintOptions) -> None:
        """Make the summary in a file; an older file stays whole until the new one is complete."""
        hearing, desk = self._session.hearing, self._session.desk
        if hearing is None:
            return

        def job(progress: Progress) -> Summary:
            return summaries.save_summary(
                desk, hearing.id, path, options, progress=progress.step, cancelled=progress.cancelled
            )

        def done(made: Summary) -> None:
            self._over()
            words = f"Saved: {path.name}, {made.pages:,} pages, in {path.parent}."
            self._session.notice("ok", words, "Open", lambda: self.show_file(path))
            if not made.listed:
                self._session.notice("warn", summaries.NOT_LISTED)

        self._task = self._session.background.run(job, done, self._failed, self.moved.emit)
        self.busy.emit("Saving the summary")

    def print(self, pdf: bytes, paper: str) -> None:
        """Ask for the printer, then print the pages as they are seen."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(paper_of(paper))
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle("Print the summary")
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer, pdf)

    def print_on(self, printer: QPrinter, pdf: bytes) -> None:
        """Print the pages on a printer that was chosen."""

        def done(pages: int) -> None:
            self._over()
            self._session.notice("ok", f"Sent to the printer: {pages:,} pages.")

        self._task = self._session.background.run(
            lambda progress: print_pages(pdf, printer, progress.step), done, self._failed, self.moved.emit
        )
        self.busy.emit("Printing")

    def show_outside(self, pdf: bytes) -> None:
        """Open the summary in the system's own viewer, from a copy that goes when the program ends."""
        hearing = self._session.hearing
        if hearing is None:
            return
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.filePath(file_name(hearing)))
        try:
            path.write_bytes(pdf)
        except OSError as fault:
            self._session.tell(
                DiskFault(f"No copy for the viewer could be written ({fault.strerror}). Save the PDF and open it.")
            )
            return
        self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Let the system open a file, and say so when it has no program for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._session.notice("warn", f"This system has no program for PDF files. The file lies at {path}.")

    def _over(self) -> None:
        self._task = None
        self.busy.emit("")

    def _failed(self, error: Exception) -> None:
        self._over()
        self._session.tell(error)
