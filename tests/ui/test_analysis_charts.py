"""Charts that can be read without seeing them, and the tables that say the same."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from frhearing.drawing.charts import Row, columns, stacked_bars
from frhearing.drawing.stances import ALL_KEYS
from frhearing.ui import theme
from frhearing.ui.widgets.chart_card import ChartCard

ROWS = (
    Row("Resident", {"support": 57, "oppose": 32, "mixed": 6, "neutral": 1, "not_tagged": 8}),
    Row("<b>Union</b> & friends", {"oppose": 3}),
    Row("Nobody", {}),
)


@pytest.fixture
def card(qtbot, qapp):
    theme.install(qapp, "light", 1.0)
    made = ChartCard("Who said what", "Group", stacked_bars)
    qtbot.addWidget(made)
    made.resize(620, 400)
    made.show_rows(ROWS, "Position by stakeholder group")
    made.show()
    qtbot.waitExposed(made)
    return made


def table_numbers(card: ChartCard) -> list[list[object]]:
    model = card.table.model()
    role = Qt.ItemDataRole.EditRole
    return [
        [model.index(row, column).data(role) for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_table_and_chart_say_the_same_numbers(card):
    drawn = [Counter() for _ in ROWS]
    for area in card.view.scene.areas:
        drawn[area.row][area.key or "all"] += area.comments
    assert table_numbers(card) == [[counts[key] for key in (*ALL_KEYS, "all")] for counts in drawn]


def test_chart_has_a_name_and_a_description_with_the_figures(card):
    access = QAccessible.queryAccessibleInterface(card.view)
    assert access.text(QAccessible.Text.Name) == "Who said what"
    words = access.text(QAccessible.Text.Description)
    assert "Resident: 57 support, 32 oppose, 6 mixed, 1 neutral, 8 not tagged, 104 in all." in words


def test_keys_walk_over_the_figures_and_enter_opens_one(card, qtbot):
    card.view.setFocus()
    opened = []
    card.opened.connect(lambda row, key: opened.append((row, key)))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(card.view, key)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(card.view, key)
    assert opened == [(0, "oppose"), (1, "oppose"), (2, "")]


def test_click_opens_the_segment_and_beside_it_the_whole_row(card, qtbot):
    opened = []
    card.opened.connect(lambda row, key: opened.append((row, key)))
    segment = next(a for a in card.view.scene.areas if a.row == 0 and a.key == "oppose")
    inside = QPoint(round(segment.x + segment.width / 2) + 6, round(segment.y + segment.height / 2) + 6)
    qtbot.mouseClick(card.view, Qt.MouseButton.LeftButton, pos=inside)
    qtbot.mouseClick(card.view, Qt.MouseButton.LeftButton, pos=QPoint(12, inside.y()))
    assert opened == [(0, "oppose"), (0, "")]


def test_showing_the_table_keeps_the_focus_on_the_figures(card, qapp):
    card.activateWindow()
    card.view.setFocus()
    card.toggle_table()
    assert card.view.isHidden()
    assert QApplication.focusWidget() is card.table
    card.toggle_table()
    assert card.table.isHidden()
    assert QApplication.focusWidget() is card.view


def test_row_of_the_table_is_read_aloud_as_a_whole(card):
    model = card.table.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == ("<b>Union</b> & friends: 3 oppose, 3 in all.")


def test_copy_gives_text_html_and_a_picture(card):
    card.copy()
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert lines[0].split("\t")[0] == "Group"
    assert lines[1].split("\t") == ["Resident", "57", "32", "6", "1", "0", "8", "104"]
    assert "&lt;b&gt;Union&lt;/b&gt; &amp; friends" in data.html()
    image = QImage(data.imageData())
    assert image.width() > 1000
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 5


def test_without_figures_it_says_so_and_offers_nothing(card):
    card.show_rows((), "Position by stakeholder group", "No comment is tagged yet.")
    assert card.view.isHidden()
    assert card.table.isHidden()
    assert card.nothing.text() == "No comment is tagged yet."
    assert not card.copy_button.isEnabled()


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_chart_grows_with_the_text_size_and_stays_inside(qtbot, qapp, choice, zoom):
    theme.install(qapp, choice, zoom)
    card = ChartCard("When it came in", "Day", lambda rows, width, look: columns(rows, width, 170, look), vertical=True)
    qtbot.addWidget(card)
    card.resize(700, 600)
    card.show_rows(ROWS, "Written comments per day")
    card.show()
    scene = card.view.scene
    assert card.view.height() >= 170 * zoom
    assert scene.width * zoom <= card.view.width()
    assert not card.grab().isNull()
