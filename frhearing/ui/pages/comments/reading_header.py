"""What stands above a comment's text: who, what stance, which number, how and when it came."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from frhearing.model.comment import Channel, Comment, CommentStatus, Timeliness
from frhearing.model.hearing import Hearing
from frhearing.ui.tables.plain import plain
from frhearing.ui.tables.shown_row import (
    CHANNEL_WORDS,
    MIDNIGHT,
    NO_NAME,
    NOT_TAGGED,
    STATUS_WORDS,
    clock,
    short_day,
)
from frhearing.ui.theme import STANCE_WORDS, set_spacing, theme
from frhearing.ui.widgets import FlowRow, IconButton, Pill, QuietButton, column, label, row

_ENDLESS = re.compile(r"(\S{24})(?=\S)")
_TIMELINESS: Mapping[Timeliness, str] = {
    Timeliness.TIMELY: "",
    Timeliness.LATE_ACCEPTED: "Late, accepted",
    Timeliness.LATE_NOT_CONSIDERED: "Late, not considered",
    Timeliness.UNDATED: "Undated",
}

_WITH_OWN_WORDS: Final = "form_plus"
_PETITION: Final = "petition"
"""Codes of ``letters.LetterType``, whose room is not loaded before a letter is compared."""

_LONGEST_NAME: Final = 200
"""Letters of a name that the head shows; a name as long as a letter would push the text out of sight."""


def breakable(text: str) -> str:
    """Return a text in which a label may break even endless words."""
    return _ENDLESS.sub("\\1\u200b", plain(text))


def shortened(name: str) -> str:
    """Return what the head shows of a name; the whole of one that is a page of text stands in the editor."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip()}…"


class Chip(NamedTuple):
    """What one chip shows; the tone is that of a Pill."""

    words: str
    tone: str = "plain"
    icon: str = ""


class ReadingHeader(QFrame):
    """The head of the reading pane. Its buttons ask; nothing is changed here."""

    edit_asked = Signal()
    flag_asked = Signal()
    more_asked = Signal()
    original_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.name = label("", "h2", wrap=True, selectable=True)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._shown: list[Chip] = []
        self._beside: bool | None = None
        self.edit = IconButton("pencil", "Edit this comment (E)")
        self.flag = IconButton("flag", "Flag for review (F)", checkable=True)
        self.more = IconButton("ellipsis", "More about this comment")
        self.meta = label("", "caption", wrap=True, selectable=True)
        self.original = QuietButton("", "paperclip")
        self.chips = FlowRow(gap=6)
        self._top = QGridLayout()
        set_spacing(self._top, (0, 0, 0, 0), 6)
        self._top.setColumnStretch(1, 1)
        self._top.addLayout(row(self.edit, self.flag, self.more, gap=6), 0, 2)
        self.setLayout(column(self._top, row((self.meta, 1), self.original), margins=(18, 12, 12, 8), gap=4))
        self.edit.clicked.connect(self.edit_asked)
        self.flag.clicked.connect(self.flag_asked)
        self.more.clicked.connect(self.more_asked)
        self.original.clicked.connect(self.original_asked)

    def show_comment(self, comment: Comment, hearing: Hearing, question: int, *, locked: bool) -> None:
        """Show another comment, or the same one as it stands now."""
        self.name.setText(breakable(shortened(comment.name)) or NO_NAME)
        self._show_chips(comment, hearing, question)
        self.meta.setText(meta_line(comment, hearing))
        self.original.setVisible(bool(comment.source_file))
        self.original.setText(plain(comment.source_file).replace("&", "&&"))
        self.original.setAccessibleName(f"Open the original file {plain(comment.source_file)}")
        self.flag.setChecked(comment.flagged)
        words = "Take the flag off (F)" if comment.flagged else "Flag for review (F)"
        self.flag.setToolTip(words)
        self.flag.setAccessibleName(words)
        for button in (self.edit, self.flag):
            button.setEnabled(not locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips beside the name where both fit, below it where they do not."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        name = QFontMetrics(theme.font("h2")).horizontalAdvance(self.name.text())
        room = self.width() - theme.px(18 + 12 + 3 * 36)
        beside = name + self.chips.sizeHint().width() + theme.px(16) <= room
        if beside == self._beside:
            return
        self._beside = beside
        self.name.setWordWrap(not beside)
        policy = QSizePolicy.Policy.Preferred if beside else QSizePolicy.Policy.Ignored
        self.name.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        self._top.removeWidget(self.name)
        self._top.removeWidget(self.chips)
        self._top.addWidget(self.name, 0, 0, 1, 1 if beside else 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        if beside:
            self._top.addWidget(self.chips, 0, 1, middle)
        else:
            self._top.addWidget(self.chips, 1, 0, 1, 3)

    def _show_chips(self, comment: Comment, hearing: Hearing, question: int) -> None:
        """Show the chips; those that stay in their place are used again, this happens at every key."""
        wanted = list(_chips(comment, hearing, question))
        pills = [pill for pill in self.chips.widgets() if isinstance(pill, Pill)]
        if len(pills) != len(wanted):
            self.chips.clear()
            self.chips.add(*(Pill(*chip) for chip in wanted))
        else:
            for pill, chip, shown in zip(pills, wanted, self._shown, strict=True):
                if chip != shown:
                    pill.show_state(*chip)
        if wanted != self._shown:
            self._shown = wanted
            self.chips.updateGeometry()
        self._place()


def _chips(comment: Comment, hearing: Hearing, question: int) -> Iterator[Chip]:
    """Give words, tone and icon of each chip of a comment."""
    own = stance_code(comment, question)
    yield Chip(STANCE_WORDS[own], own)
    for other in hearing.questions:
        stance = stance_code(comment, other.number)
        if other.number != question and stance != NOT_TAGGED:
            yield Chip(f"Question {other.number}: {STANCE_WORDS[stance]}", stance)
    if comment.group:
        yield Chip(plain(comment.group), icon="users")
    if comment.campaign:
        own = ", own words" if comment.letter_type == _WITH_OWN_WORDS else ""
        yield Chip(f"{plain(comment.campaign)}{own}", icon="layers")
    if comment.letter_type == _PETITION:
        yield Chip("Petition", icon="scroll-text")
    if comment.void is not None:
        yield Chip("Taken off the record", "danger")
    elif comment.status is not CommentStatus.ACCEPTED:
        yield Chip(STATUS_WORDS[comment.status], "warn")
    if _TIMELINESS[comment.timeliness]:
        yield Chip(_TIMELINESS[comment.timeliness], icon="clock")


def stance_code(comment: Comment, question: int) -> str:
    """Return the code of a comment's stance on a question, ``not_tagged`` without one."""
    stance = comment.stances.get(question)
    return stance.value if stance else NOT_TAGGED


def meta_line(comment: Comment, hearing: Hearing) -> str:
    """Say number, channel, time, organization and district in one line."""
    how = CHANNEL_WORDS[comment.channel]
    if comment.spoken:
        how = f"Spoken {'by remote link' if comment.channel is Channel.REMOTE else 'in person'}"
    if comment.received_at:
        day = short_day(comment.received_at, hearing.zone, int(hearing.date[:4] or 0))
        verb = "" if comment.spoken else " received"
        at = clock(comment.received_at, hearing.zone)
        # Where only the day is known, midnight stands for it: no hour is claimed that nobody wrote down.
        how += f"{verb} {day}" if at == MIDNIGHT and not comment.spoken else f"{verb} {day}, {at}"
    else:
        how += f", dated “{plain(comment.received_as_written)}”" if comment.received_as_written else ", undated"
    district = plain(shortened(comment.district))
    if district and not district.lower().startswith(("district", "ward")):
        district = f"District {district}"
    capacity = "" if comment.capacity == "self" else plain(comment.capacity)
    parts = (f"No. {comment.number}", how, breakable(shortened(comment.organization)), district, capacity)
    return "  ·  ".join(part for part in parts if part)
