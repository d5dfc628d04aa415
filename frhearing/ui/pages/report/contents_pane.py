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
_LANGUAGES = (("en", "English"), ("es", "Español"))


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
        self.model = SectionsModel(self)
        self.sections = SectionList(self.model)
        self.paper = _box("Paper", _PAPERS)
        self.names = _box("Names", _NAMES)
        self.text_size = _box("Text size", _SIZES)
        self.language = _box("Language of the summary's own words", _LANGUAGES)
        content = QWidget()
        content.setLayout(
            column(
                label("Contents", "h3"),
                label("Drag, or Alt+↑ ↓, to change the order; F2 for a title of your own", "caption", wrap=True),
                self.sections,
                8,
                rule(),
                8,
                label("Options", "h3"),
                self._form(),
                None,
                margins=(14, 12, 12, 12),
                gap=4,
            )
        )
        self.setLayout(column((scroll(content, "Contents and options"), 1), gap=0))
        self.model.edited.connect(self._edited)
        for field in self._boxes:
            field.currentIndexChanged.connect(self._edited)

    def _form(self) -> QGridLayout:
        """The choices, each with its name before it."""
        form = QGridLayout()
        set_spacing(form, (0, 0, 0, 0), 6)
        for line, (words, field) in enumerate(
            zip(("Paper", "Names", "Text size", "Language"), self._boxes, strict=True)
        ):
            form.addWidget(label(words, "secondary"), line, 0)
            form.addWidget(field, line, 1)
        form.setColumnStretch(1, 1)
        return form

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.paper, self.names, self.text_size, self.language)

    @property
    def options(self) -> PrintOptions:
        """The options as they are shown."""
        return self._options

    def show_options(self, options: PrintOptions) -> None:
        """Show the options that are kept with the hearing."""
        self._options = options
        usual = section_titles(options.language)
        self.model.show_sections(
            [Section(s.key, s.title or usual[s.key], s.on, usual[s.key]) for s in options.sections]
        )
        codes = (options.paper, options.names, _size(options), options.language)
        for box, code in zip(self._boxes, codes, strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(code))

    def show_pages(self, pages: Mapping[str, int]) -> None:
        """Show on which page each section begins."""
        self.model.show_pages(pages)

    def _edited(self) -> None:
        self._options = replace(
            self._options,
            sections=tuple(
                SectionChoice(s.code, s.on, "" if s.title == s.usual else s.title) for s in self.model.sections
            ),
            paper=self.paper.currentData(),
            names=self.names.currentData(),
            large=self.text_size.currentData() == "large",
            language=self.language.currentData(),
        )
        if self.sender() is self.language:
            self.show_options(self._options)
        self.edited.emit(self._options)


def _size(options: PrintOptions) -> str:
    return "large" if options.large else "standard"
