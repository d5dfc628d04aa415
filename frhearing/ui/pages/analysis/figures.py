"""The figures at the top: each stance with its number and denominator, and all of them as one bar."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from frhearing.desk.charts import Charts
from frhearing.drawing.charts import Look, Row, single_bar
from frhearing.drawing.scene import Scene
from frhearing.drawing.stances import ALL_KEYS, NOT_TAGGED, STANCES
from frhearing.model.comment import CommentStatus
from frhearing.model.counted import counted
from frhearing.model.filter import CommentFilter
from frhearing.model.position import Stance
from frhearing.model.tally import LEAST_FOR_PERCENT, StanceCounts, Tally
from frhearing.ui.theme import STANCE_WORDS, set_spacing
from frhearing.ui.widgets import column, label
from frhearing.ui.widgets.chart_view import ChartView
from frhearing.ui.widgets.figure_card import FigureCard
from frhearing.ui.widgets.tab_order import tab_through

_OUTSIDE = {
    CommentStatus.WITHDRAWN: "withdrawn",
    CommentStatus.DISPUTED: "disputed",
    CommentStatus.RETURNED: "returned",
    CommentStatus.DUPLICATE: "duplicate",
}
_RECORD = "record"


def share_words(counts: StanceCounts, stance: Stance) -> str:
    """Give the share of a stance with its denominator; below ten only the denominator."""
    percent = counts.percent(stance)
    tagged = f"of {counts.tagged:,} tagged"
    return f"{percent} % {tagged}" if percent is not None else tagged


def denominator_words(tally: Tally, counts: StanceCounts) -> str:
    """Say what the figures are made of, so that they can be added up by hand."""
    parts = [f"Counted: {tally.counted:,} of {counted(tally.on_record, 'comment')} on the record"]
    if tally.outside_total:
        reasons = [f"{n:,} {_OUTSIDE.get(status, status.value)}" for status, n in tally.outside.items()]
        reasons += [f"{len(tally.not_considered):,} too late"] if tally.not_considered else []
        each = ", ".join(reasons)
        parts.append(f"{tally.outside_total:,} outside the tally ({each})")
    left = tally.on_record - tally.outside_total - tally.counted
    if left:
        parts.append(f"{left:,} left out by the choice above")
    if tally.scope.once_each:
        parts.append("lists opened from here show every copy")
    share = f"percentages are of the {counts.tagged:,} tagged, “not stated” among them"
    few = f"no percentages below {LEAST_FOR_PERCENT} tagged comments"
    parts.append(share if counts.tagged >= LEAST_FOR_PERCENT else few)
    return " · ".join(parts) + "."


class Figures(QWidget):
    """The row of figure cards, the bar and the sentence of denominators; ``opened`` carries a filter."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._counts: StanceCounts | None = None
        self._charts: Charts | None = None
        self.cards: dict[str, FigureCard] = {_RECORD: FigureCard("On the record")}
        self.cards |= {key: FigureCard(STANCE_WORDS[key], key) for key in ALL_KEYS}
        self._grid = QGridLayout()
        set_spacing(self._grid, (0, 0, 0, 0), 8)
        self.bar = ChartView("All positions in one bar", self._one_bar)
        self.sentence = label("", "caption", wrap=True)
        self.setLayout(column(self._grid, self.bar, self.sentence, gap=6))
        for key, card in self.cards.items():
            card.clicked.connect(lambda _down=False, name=key: self._open(name))
        self.bar.opened.connect(lambda _row, key: self._open(key or _RECORD))
        self.place(len(self.cards))
        tab_through((*self.cards.values(), self.bar))

    def place(self, columns: int) -> None:
        """Lay the cards out in so many columns."""
        for index, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, index // columns, index % columns)
        for number in range(len(self.cards)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def show_counts(self, tally: Tally, charts: Charts) -> None:
        """Show the counts of one question."""
        self._counts, self._charts = charts.stances, charts
        counts = charts.stances
        whole = tally.counted + tally.outside_total == tally.on_record
        made_of = f"{tally.written:,} written · {tally.spoken:,} spoken"
        if tally.outside_total:  # the parts below a number make up that number
            made_of = f"{tally.counted:,} counted · {tally.outside_total:,} outside"
        self.cards[_RECORD].show_figure(tally.on_record, made_of if whole else f"{tally.counted:,} counted here")
        for stance in Stance:
            self.cards[stance.value].show_figure(counts[stance], share_words(counts, stance))
        still = "counts will change" if counts.not_tagged else "all are tagged"
        self.cards[NOT_TAGGED].show_figure(counts.not_tagged, still)
        self._say_meanings(tally, charts)
        tagged = {key: n for key in STANCES if (n := charts.overall.counts.get(key, 0))}
        self.bar.show_rows([Row("Tagged comments", tagged)])
        self.bar.setVisible(counts.tagged > 0)
        self.sentence.setText(denominator_words(tally, counts))

    def _say_meanings(self, tally: Tally, charts: Charts) -> None:
        counted = tally.question(charts.everything.question)
        if counted is None:
            return
        for key, meaning in (("support", counted.question.support_means), ("oppose", counted.question.oppose_means)):
            if meaning:
                card = self.cards[key]
                card.setToolTip(f"{STANCE_WORDS[key]} means: {meaning}\n{card.toolTip()}")
                card.setAccessibleDescription(f"{card.note}. {STANCE_WORDS[key]} means: {meaning}")

    def _one_bar(self, rows: Sequence[Row], width: float, look: Look) -> Scene:
        """Lay out the one bar, with the shares written in where there may be any."""
        counts = self._counts
        if not rows or counts is None:
            return Scene(width, look.bar, ())
        shares = {s.value: counts.percent(s) for s in Stance}
        words = {
            key: f"{share} %" if share is not None else f"{counts[Stance(key)]:,}" for key, share in shares.items()
        }
        return single_bar(rows[0], width, look, words)

    def _open(self, key: str) -> None:
        if self._charts is None:
            return
        base = self._charts.everything
        if key == _RECORD:
            self.opened.emit(CommentFilter(question=base.question))
        else:
            self.opened.emit(base.but(stances=(key,)))
