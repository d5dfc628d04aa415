"""All keys on one card, made from the table of commands; it can be printed."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from frhearing.ui.actions import key_words
from frhearing.ui.command_table import COMMANDS
from frhearing.ui.shell.overlay import Overlay
from frhearing.ui.theme import set_spacing
from frhearing.ui.theme.theme import FAMILY
from frhearing.ui.widgets import IconButton, KeyCap, PlainButton, column, label, row

_KEYS: Final = {command.id: command.keys for command in COMMANDS}


class Line(NamedTuple):
    """One line of the card: the commands it stands for and what they do."""

    commands: tuple[str, ...]
    words: str

    @property
    def keys(self) -> str:
        """The keys as drawn: all of them, or the first and the last of a long row."""
        caps = [key_words(_KEYS[name][0]) for name in self.commands]
        if len(caps) > 4:
            return f"{caps[0]} … {caps[-1].rsplit('+', 1)[-1]}"
        return " · ".join(caps)


def _several(stem: str, last: int) -> tuple[str, ...]:
    return tuple(f"{stem}_{number}" for number in range(1, last + 1))


_WORKSPACES: Final = ("go_setup", "go_live", "go_comments", "go_analysis", "go_report", "go_record")
CARD: Final = (
    (
        "Everywhere",
        (
            Line(_WORKSPACES, "workspace"),
            Line(("go_home",), "Home"),
            Line(("palette",), "search, or run a command"),
            Line(("find",), "find here"),
            Line(("undo", "redo"), "undo, redo"),
            Line(("new_here", "new_hearing"), "new here, new hearing"),
            Line(("open", "import"), "open, import"),
            Line(("print", "export"), "print, export"),
            Line(("primary",), "the green button of the screen"),
            Line(("zoom_in", "zoom_out", "zoom_reset"), "text size"),
            Line(("settings",), "display and keys"),
            Line(("next_pane", "previous_pane"), "next, previous pane"),
            Line(_several("question", 9), "active question"),
            Line(("form_letters", "petition"), "form letters, a petition"),
            Line(("backup",), "back up now"),
            Line(("keys", "help"), "these keys, help pages"),
            Line(("quit",), "quit"),
        ),
    ),
    (
        "Live, in every workspace",
        (
            Line(("live_next",), "the next step: call, start, end and log"),
            Line(("live_back",), "one step back"),
            Line(("live_pause",), "pause, go on"),
            Line(("live_more",), "30 seconds more"),
            Line(("live_absent",), "no-show"),
            Line(("live_mark",), "time mark in the log"),
            Line(("live_add", "live_desk"), "add a speaker, sign-in desk"),
            Line(("live_screen", "live_blank"), "public screen on or off, blank"),
            Line(("live_say",), "say the time left"),
            Line(("live_up", "live_down"), "move the chosen slip in the queue"),
        ),
    ),
    (
        "Tagging, in the list or the text",
        (
            Line(("support", "oppose", "mixed", "neutral"), "support, oppose, mixed, neutral"),
            Line(("not_stated", "clear_stance"), "not stated, not tagged yet"),
            Line(_several("theme", 9), "theme on, off"),
            Line(("theme_any", "group"), "any theme, group"),
            Line(("quote", "quote_before", "quote_after"), "key quote, sentence before, after"),
            Line(("edit", "flag", "redact", "void"), "edit, flag, redact, void"),
            Line(("next", "previous"), "next, previous"),
            Line(("save_next",), "save, next to tag"),
            Line(("more",), "more: attach a file, take out of the tally"),
            Line(("same_copies",), "same answer for all copies"),
            Line(("find_list", "paste"), "find, paste a comment"),
            Line(("layout",), "list or table"),
            Line(("setup_up", "setup_down"), "Set up: move a line"),
            Line(("section_up", "section_down"), "Report: move a section"),
            Line(("chart_table", "chart_copy", "chart_report"), "Analysis: table, copy, put in report"),
        ),
    ),
)
_NOTE: Final = (
    "Single letters work only when a list or the text has the focus, never while you type. "
    "They can be turned off in Display."
)


class KeyCard(Overlay):
    """Three columns of keys; Escape or F1 puts it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Keys", width=1180)
        self.print_button = PlainButton("Print key card", "printer")
        self.print_button.clicked.connect(self.print_card)
        close = IconButton("x", "Close")
        close.clicked.connect(self.reject)
        self.body.addLayout(row(label("Keys", "h2"), None, self.print_button, close))
        self.body.addWidget(label(_NOTE, "secondary", wrap=True))
        sides = row(gap=24)
        for heading, lines in CARD:
            grid = QGridLayout()
            set_spacing(grid, (0, 0, 0, 0), 8)
            for place, line in enumerate(lines):
                grid.addWidget(KeyCap(line.keys), place, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(label(line.words, "secondary", wrap=True), place, 1)
            grid.setColumnStretch(1, 1)
            sides.addLayout(column(label(heading, "h3"), grid, None, gap=8), 1)
        self.body.addLayout(sides)

    def print_card(self) -> None:
        """Ask for a printer and print the card on one page."""
        # Printing is loaded when it is asked for: the window opens sooner without it.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            paint_card(printer)


def paint_card(device: QPagedPaintDevice) -> None:
    """Paint the card on one page of a printer or a PDF: headings, keys at the left, words at the right."""
    painter = QPainter(device)
    unit = device.logicalDpiY() / 72  # one point
    width = device.width()
    lines = sum(len(part) + 3 for _heading, part in CARD)
    step = min(15 * unit, device.height() / (lines + 4))
    y = step

    def write(text: str, x: float, size: float, weight: QFont.Weight) -> None:
        font = QFont(FAMILY)
        font.setPixelSize(max(1, round(size)))
        font.setWeight(weight)
        painter.setFont(font)
        box = QRectF(x, y, width - x, step * 1.4)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    write("frhearing: all keys", 0, step * 1.1, QFont.Weight.Bold)
    for heading, part in CARD:
        y += step * 2
        write(heading, 0, step * 0.85, QFont.Weight.DemiBold)
        for line in part:
            y += step
            write(line.keys, 0, step * 0.7, QFont.Weight.DemiBold)
            write(line.words, width * 0.42, step * 0.7, QFont.Weight.Normal)
    painter.end()
