"""This testimony: the stance said at the podium and the themes, tagged while it is heard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from frhearing.desk import codebook, coding, testimony
from frhearing.desk.live import podium
from frhearing.model.change import Change
from frhearing.model.live.floor import Slip
from frhearing.model.position import Stance
from frhearing.model.theme import Theme
from frhearing.ui.live.room import LiveRoom
from frhearing.ui.pages.live.theme_chip import ThemeChip
from frhearing.ui.tables.plain import plain
from frhearing.ui.theme import set_spacing
from frhearing.ui.widgets import FlowRow, column, label, row
from frhearing.ui.widgets.choices import StanceButton

_KEYS = {"support": "/s", "oppose": "/o", "neutral": "/n", "mixed": "/m"}


class TestimonyBox(QWidget):
    """Stances and themes of the one at the podium; grey until the testimony is on the record."""

    __test__ = False  # the name starts like that of a test

    def __init__(self, room: LiveRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._slip: Slip | None = None
        self._themes: tuple[Theme, ...] = ()
        self.hint = label("", "caption")
        self.stances: dict[str, StanceButton] = {}
        self._grid = QGridLayout()
        set_spacing(self._grid, (0, 0, 0, 0), 7)
        for code, keys in _KEYS.items():
            button = StanceButton(code, keys)
            button.setAutoExclusive(False)
            button.clicked.connect(lambda _checked=False, code=code: self._state(Stance(code)))
            self.stances[code] = button
        self.fit(narrow=False)
        self.chips = FlowRow(gap=7)
        self.setLayout(column(row(label("This testimony", "field"), self.hint, None), self._grid, self.chips, gap=6))
        self.setAccessibleName("This testimony")
        room.session.changed.connect(self._changed)

    def fit(self, *, narrow: bool) -> None:
        """Put the stances side by side, or two by two where there is little room."""
        columns = 2 if narrow else 4
        for place, button in enumerate(self.stances.values()):
            self._grid.addWidget(button, place // columns, place % columns)

    def show_slip(self, slip: Slip | None) -> None:
        """Show whose testimony is tagged, if anyone's."""
        self._slip = slip
        session = self._room.session
        hearing = session.hearing
        themes = codebook.list_themes(session.desk, hearing.id) if hearing is not None else []
        keyed = tuple(theme for theme in themes if theme.key)
        if keyed != self._themes:
            self._lay_out(keyed)
        on_record = slip is not None and slip.comment_id is not None
        self.hint.setText("you can finish this later, in Comments" if on_record else "begins with the testimony")
        for button in self.stances.values():
            button.setEnabled(on_record)
        for chip in self._chips():
            chip.setEnabled(on_record)
        self._show_tags()

    def _lay_out(self, themes: tuple[Theme, ...]) -> None:
        self._themes = themes
        self.chips.clear()
        for theme in themes:
            chip = ThemeChip(plain(theme.name), str(theme.key))
            chip.clicked.connect(lambda _checked=False, chosen=theme.id: self._toggle(chosen))
            self.chips.add(chip)

    def _chips(self) -> list[QCheckBox]:
        return [chip for chip in self.chips.widgets() if isinstance(chip, QCheckBox)]

    def _show_tags(self) -> None:
        slip, session = self._slip, self._room.session
        stance = slip.stances.get(session.question) if slip is not None else None
        themes: frozenset[int] = frozenset()
        if slip is not None and slip.comment_id is not None:
            comment = testimony.get_comment(session.desk, slip.comment_id)
            stance = comment.stances.get(session.question, stance)
            themes = frozenset(comment.theme_ids)
        for code, button in self.stances.items():
            button.setChecked(stance is not None and stance.value == code)
        for theme, chip in zip(self._themes, self._chips(), strict=True):
            chip.setChecked(theme.id in themes)

    def _changed(self, change: Change) -> None:
        if self._slip is not None and change.kind in ("themes", "theme", "stance", "note", "undo", "redo"):
            self._show_tags()

    def _state(self, stance: Stance) -> None:
        slip, question = self._slip, self._room.session.question
        if slip is None or slip.comment_id is None:
            return
        number, comment = slip.slip, slip.comment_id
        if number is not None:
            self._room.do(lambda live: podium.state_position(live, number, question, stance))
        else:
            desk = self._room.session.desk
            self._room.session.write(lambda: coding.set_stance(desk, [comment], question, stance))
        self._show_tags()

    def _toggle(self, theme_id: int) -> None:
        slip, session = self._slip, self._room.session
        if slip is not None and slip.comment_id is not None:
            comment = slip.comment_id
            session.write(lambda: coding.toggle_theme(session.desk, [comment], theme_id))
        self._show_tags()

    def tag_key(self, key: int) -> None:
        """Put the theme on a number key on this testimony, or off it."""
        theme = next((theme for theme in self._themes if theme.key == key), None)
        if theme is not None:
            self._toggle(theme.id)

    def focus_first(self) -> None:
        """Put the focus on the first stance."""
        next(iter(self.stances.values())).setFocus(Qt.FocusReason.OtherFocusReason)
