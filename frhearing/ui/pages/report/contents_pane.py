"""What the summary holds and how it is printed: contents, paper, names, size of the text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from frhearing.desk.summaries import PrintOptions, SectionChoice, section_titles
from frhearing.ui.pages.report.section_list import SectionList
from frhearing.ui.pages.report.sections import Section, SectionsModel
from frhearing.ui.theme import set_spacing
from frhearing.ui.widgets import column, label, rule, scroll

_PAPERS = (("letter", "Letter"), ("legal", "Legal"), ("a4", "A4"))
_NAMES = (("full", "Full names"), ("initials", "Initials"), ("none", "No names"))
_SIZES = (("standard", "Standard"), ("large", "Large print"))


def _box(name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for code, words in choices:
        box.addItem(words, code)
    return box


class ContentsPane(QFrame):
    """``edited`` carries the options after the clerk has changed one of them."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "pane_left")
        self.setAccessibleName("Contents and options")
        self._options = PrintOptions()
        self._titles = section_titles()
        self.model = SectionsModel(self)
        self.sections = SectionList(self.model)
        self.paper = _box("Paper", _PAPERS)
        self.names = _box("Names", _NAMES)
        self.text_size = _box("Text size", _SIZES)
        form = QGridLayout()
        set_spacing(form, (0, 0, 0, 0), 6)
        fields = (("Paper", self.paper), ("Names", self.names), ("Text size", self.text_size))
        for line, (words, field) in enumerate(fields):
            form.addWidget(label(words, "secondary"), line, 0)
            form.addWidget(field, line, 1)
        form.addWidget(label("Language", "secondary"), len(fields), 0)
        form.addWidget(label("English"), len(fields), 1)
        form.setColumnStretch(1, 1)
        content = QWidget()
        content.setLayout(
            column(
                label("Contents", "h3"),
                label("Drag, or Alt+↑ ↓, to change the order", "caption", wrap=True),
                self.sections,
                8,
                rule(),
                8,
                label("Options", "h3"),
                form,
                None,
                margins=(14, 12, 12, 12),
                gap=4,
            )
        )
        self.setLayout(column((scroll(content, "Contents and options"), 1), gap=0))
        self.model.edited.connect(self._edited)
        for field in (self.paper, self.names, self.text_size):
            field.currentIndexChanged.connect(self._edited)

    @property
    def options(self) -> PrintOptions:
        """The options as they are shown."""
        return self._options

    def show_options(self, options: PrintOptions) -> None:
        """Show the options that are kept with the hearing."""
        self._options = options
        self.model.show_sections([Section(s.key, s.title or self._titles[s.key], s.on) for s in options.sections])
        wanted = ((self.paper, options.paper), (self.names, options.names), (self.text_size, _size(options)))
        for box, code in wanted:
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(code))

    def show_pages(self, pages: Mapping[str, int]) -> None:
        """Show on which page each section begins."""
        self.model.show_pages(pages)

    def _edited(self) -> None:
        own_titles = {s.key: s.title for s in self._options.sections}
        self._options = replace(
            self._options,
            sections=tuple(SectionChoice(s.code, s.on, own_titles.get(s.code, "")) for s in self.model.sections),
            paper=self.paper.currentData(),
            names=self.names.currentData(),
            large=self.text_size.currentData() == "large",
        )
        self.edited.emit(self._options)


def _size(options: PrintOptions) -> str:
    return "large" if options.large else "standard"
