"""The card of form letters and petitions: which texts came many times, how often; signatures are no comments."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frhearing.model.counted import counted
from frhearing.model.letters import Petition, Signatures
from frhearing.model.tally import Tally
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_spacing
from frhearing.ui.widgets import Card, PlainButton, clear, column, label, row, rule

_RULE = "Every copy stays on the record. “Once each” only changes how charts count."


class FormLettersCard(Card):
    """The campaigns of a hearing; ``opened`` carries the name of the one whose copies are to be seen.

    ``find_asked`` asks to look for form letters and to compare them; ``petition_asked`` carries the id of the
    comment that is a petition's letter, ``new_petition_asked`` asks for a new one.
    """

    opened = Signal(str)
    find_asked = Signal()
    petition_asked = Signal(int)
    new_petition_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.setAccessibleName("Form letters")
        self.note = label("", "caption", wrap=True)
        self.find_button = PlainButton("Find and compare…", "layers", name="Find and compare form letters")
        self.find_button.clicked.connect(self.find_asked)
        self.body.addLayout(row((column(label("Form letters", "h3"), self.note, gap=1), 1), self.find_button))
        self._lines = QVBoxLayout()
        set_spacing(self._lines, (0, 4, 0, 0), 8)
        self.body.addLayout(self._lines)
        self.rule_words = label(_RULE, "secondary", wrap=True)
        self.body.addWidget(self.rule_words)
        self.body.addStretch(1)
        self.petition_button = PlainButton("Add a petition…", "scroll-text")
        self.petition_button.clicked.connect(self.new_petition_asked)
        self._petitions = QVBoxLayout()
        set_spacing(self._petitions, (0, 4, 0, 0), 8)
        self.body.addLayout(row(label("Petitions", "h3"), None, self.petition_button))
        self.body.addLayout(self._petitions)

    def show_campaigns(self, campaigns: Mapping[str, int], tally: Tally) -> None:
        """Show the campaigns with the number of their copies, the largest first."""
        clear(self._lines)
        written = f"{counted(tally.distinct_texts, 'different text')} among {counted(tally.written, 'written comment')}"
        self.note.setText(written if tally.written else "No written comments are counted")
        for number, (name, copies) in enumerate(sorted(campaigns.items(), key=lambda item: (-item[1], item[0]))):
            if number:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._line(name, copies))
        if not campaigns:
            self._lines.addWidget(label("No form letters have been marked among these comments.", wrap=True))
        self.rule_words.setVisible(bool(campaigns))

    def show_petitions(self, petitions: Sequence[Petition]) -> None:
        """Show each petition with its signatures, which are never comments."""
        clear(self._petitions)
        for petition in petitions:
            self._petitions.addWidget(self._petition(petition))
        if not petitions:
            self._petitions.addWidget(label("No petition is on the record.", "secondary", wrap=True))

    def _petition(self, petition: Petition) -> QWidget:
        sponsor = plain(petition.sponsor)
        button = PlainButton("Edit…", name=f"Edit the petition No. {petition.number}")
        button.clicked.connect(lambda _down=False: self.petition_asked.emit(petition.comment_id))
        title = label(f"No. {petition.number}, {sponsor}", "strong", wrap=True)
        line = QWidget()
        words = label(signatures_words(petition.signatures), "secondary", wrap=True)
        line.setLayout(row((column(title, words, gap=0), 1), button))
        return line

    def _line(self, name: str, copies: int) -> QWidget:
        words = f"{copies:,} copies" if copies != 1 else "1 copy"
        button = PlainButton("Show", name=f"Show the {words} of {name}")
        button.clicked.connect(lambda _down=False: self.opened.emit(name))
        line = QWidget()
        line.setLayout(row((column(label(name, "strong", wrap=True), label(words, "secondary"), gap=0), 1), button))
        return line


def signatures_words(found: Signatures) -> str:
    """Say what is known of a petition's signatures: "412 signatures counted (420 claimed), 9 duplicate: 403 remain"."""
    claimed = f"{found.claimed:,} claimed" if found.claimed is not None else ""
    if found.counted is None:
        return f"{claimed}, not counted yet" if claimed else "Signatures not counted yet"
    said = f"{counted(found.counted, 'signature')} counted" + (f" ({claimed})" if claimed else "")
    doubts = ((found.duplicates, "duplicate"), (found.unreadable, "unreadable"), (found.outside, "from outside"))
    told = [f"{number:,} {word}" for number, word in doubts if number]
    return (
        f"{said}, {', '.join(told)}: {found.remaining:,} remain{'s' if found.remaining == 1 else ''}" if told else said
    )
