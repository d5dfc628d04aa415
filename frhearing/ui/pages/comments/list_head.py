"""What stands above the list: the view one is in, what is left to tag, find, filters as chips."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from frhearing.model.counted import counted
from frhearing.ui.pages.comments.filter_words import Chip
from frhearing.ui.theme import pixmap, theme
from frhearing.ui.widgets import (
    FilterChip,
    FlowRow,
    IconButton,
    PlainButton,
    PrimaryButton,
    QuietButton,
    SearchField,
    column,
    row,
)
from frhearing.ui.widgets.enter import EnterPushButton
from frhearing.ui.widgets.tab_order import tab_through


class ViewButton(EnterPushButton):
    """The name of the view with its count, and an arrow: it opens the views as a menu."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def show_words(self, words: str, spoken: str) -> None:
        """Show other words; ``spoken`` is what a screen reader says."""
        self._words = words
        self.setAccessibleName(spoken)
        self.setToolTip(words)
        self.update()

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words

    def sizeHint(self) -> QSize:
        """Give the size it wants; a long name is shortened rather than push the buttons out."""
        return QSize(theme.px(100), theme.px(30))

    def minimumSizeHint(self) -> QSize:
        """Give the size it cannot do without."""
        return QSize(theme.px(60), theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, the words and the arrow behind them."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text"))
        left, side = theme.px(8), theme.px(16)
        room = self.rect().adjusted(left, 0, -side - theme.px(6), 0)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        x = left + metrics.horizontalAdvance(words) + theme.px(6)
        painter.drawPixmap(x, (self.height() - side) // 2, pixmap("chevron-down", "text2", 16))
        painter.end()


class ToTagButton(EnterPushButton):
    """How many comments are left to tag, as a pill that shows them when pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the size of the words with the pill around them."""
        width = QFontMetrics(theme.font("caption_strong")).horizontalAdvance(self.text())
        return QSize(width + theme.px(20), theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, theme.px(3), -2, -theme.px(3) - 1)
        outlined = self.hasFocus() or theme.high_contrast
        painter.setPen(QPen(theme.color("focus"), theme.focus_width) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warn_bg"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.font("caption_strong"))
        painter.setPen(theme.color("warn_fg"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ListHead(QFrame):
    """The head of the list, narrow (a drop-down of views) or wide (the views stand in their own pane)."""

    find_changed = Signal(str)
    find_left = Signal()
    views_asked = Signal()
    to_tag_asked = Signal()
    filter_menu_asked = Signal()
    layout_asked = Signal()
    import_asked = Signal()
    new_asked = Signal()
    chip_removed = Signal(object)
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.view = ViewButton()
        self.to_tag = ToTagButton()
        self.import_small = IconButton("file-up", "Import comments (Ctrl+I)")
        self.new_small = IconButton("plus", "New comment (Ctrl+N)")
        self.find_field = SearchField("Find in comments")
        self.filter = IconButton("list-filter", "Filter and sort")
        self.layout_button = IconButton("table-2", "List or table (Ctrl+Shift+L)")
        self.import_wide = PlainButton("Import…", "file-up")
        self.new_wide = PrimaryButton("New", "plus", name="New comment")
        self.chips = FlowRow(gap=6)
        self._top = QWidget()
        self._top.setLayout(row((self.view, 1), self.to_tag, self.import_small, self.new_small, gap=4))
        self.setLayout(
            column(
                self._top,
                row(
                    (self.find_field, 1),
                    self.filter,
                    self.layout_button,
                    self.import_wide,
                    self.new_wide,
                    gap=6,
                ),
                self.chips,
                margins=(8, 8, 10, 8),
                gap=8,
            )
        )
        self._connect()
        self.show_wide(False)
        self.show_chips((), can_save=False)

    def _connect(self) -> None:
        self.find_field.settled.connect(self.find_changed)
        self.find_field.left.connect(self.find_left)
        self.view.clicked.connect(self.views_asked)
        self.to_tag.clicked.connect(self.to_tag_asked)
        self.filter.clicked.connect(self.filter_menu_asked)
        self.layout_button.clicked.connect(self.layout_asked)
        for button in (self.import_small, self.import_wide):
            button.clicked.connect(self.import_asked)
        self.new_small.clicked.connect(self.new_asked)
        self.new_wide.clicked.connect(self.new_asked)

    def show_wide(self, wide: bool) -> None:
        """Lay out for a wide list, where the views have their own pane, or a narrow one."""
        self._top.setVisible(not wide)
        self.import_wide.setVisible(wide)
        self.new_wide.setVisible(wide)
        words = "Find in names, text, organizations" if wide else "Find in comments"
        self.find_field.setPlaceholderText(words)

    def show_view(self, name: str, count: int, to_tag: int) -> None:
        """Show the view's name and count, and how many comments are left to tag."""
        words = f"{name} · {count:,}"
        self.view.show_words(words, f"View {name}, {counted(count, 'comment')}. Choose another")
        self.to_tag.setText(f"{to_tag:,} to tag")
        self.to_tag.setAccessibleName(f"Show the {counted(to_tag, 'comment')} to tag")
        self.to_tag.setVisible(to_tag > 0)

    def show_locked(self, locked: bool) -> None:
        """Let nothing new in while the record is certified."""
        for button in (self.import_small, self.import_wide, self.new_small, self.new_wide):
            button.setEnabled(not locked)

    def show_chips(self, chips: Sequence[Chip], *, can_save: bool) -> None:
        """Show what the list is narrowed by, each to be taken off with one press."""
        self.chips.clear()
        for chip in chips:
            made = FilterChip(chip.words.replace("&", "&&"))
            made.setAccessibleName(f"Filter {chip.words}, remove")
            made.removed.connect(lambda without=chip.without: self.chip_removed.emit(without))
            self.chips.add(made)
        if can_save:
            save = QuietButton("Save view…", "star", name="Save this view")
            save.clicked.connect(self.save_asked)
            self.chips.add(save)
        tab_through((self.new_wide, *self.chips.widgets()))
        self.chips.setVisible(bool(chips) or can_save)
