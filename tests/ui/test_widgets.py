"""The building blocks: names, roles, sizes, plain text, errors beside their field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from screen_text import shown

from frhearing.ui import theme
from frhearing.ui.widgets import (
    EmptyState,
    FieldRow,
    FilterChip,
    FlowRow,
    IconButton,
    InlineBar,
    KeyCap,
    LoadingState,
    PlainButton,
    PrimaryButton,
    SearchField,
    StanceChip,
    column,
    label,
)
from frhearing.ui.widgets.choices import StanceButtons, ThemeRow


def accessible(widget):
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name), face.role(), face.state()


def on_screen(qtbot, widget):
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_stances_are_radio_buttons_with_word_and_key(qtbot, dressed):
    panel = on_screen(qtbot, StanceButtons())
    panel.show_stance("oppose")
    told = [accessible(button) for button in panel.buttons.values()]
    assert [name for name, _role, _state in told] == [
        "Support, key S",
        "Oppose, key O",
        "Mixed, key M",
        "Neutral, key N",
        "Not stated, key X",
    ]
    assert {role for _name, role, _state in told} == {QAccessible.Role.RadioButton}
    assert [bool(state.checked) for _name, _role, state in told] == [False, True, False, False, False]


def test_a_stance_is_chosen_by_mouse_and_by_space_and_can_be_none(qtbot, dressed):
    panel = on_screen(qtbot, StanceButtons())
    chosen = []
    panel.chosen.connect(chosen.append)
    qtbot.mouseClick(panel.buttons["mixed"], Qt.MouseButton.LeftButton, pos=panel.buttons["mixed"].rect().center())
    qtbot.keyClick(panel.buttons["neutral"], Qt.Key.Key_Space)
    assert chosen == ["mixed", "neutral"]
    panel.show_stance(None)
    assert panel.stance() is None
    assert chosen == ["mixed", "neutral"]


def test_a_theme_is_a_check_box_whose_whole_line_takes_the_click(qtbot, dressed):
    line = on_screen(qtbot, ThemeRow("Privacy", "2", 49))
    line.resize(300, 26)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    name, role, state = accessible(line)
    assert (name, role, bool(state.checked)) == ("Theme Privacy, key 2", QAccessible.Role.CheckBox, True)


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_stances_differ_without_color(qtbot, dressed, choice):
    theme.use(choice, 1.0)
    pictures = set()
    for stance in ("support", "oppose", "mixed", "neutral", "not_stated", "not_tagged"):
        chip = on_screen(qtbot, StanceChip(stance, " "))
        gray = chip.grab().toImage().convertToFormat(chip.grab().toImage().Format.Format_Mono)
        pictures.add(bytes(gray.constBits()))
    assert len(pictures) == 6


def test_every_button_has_a_name_and_is_large_enough(qtbot, dressed):
    box = QWidget()
    buttons = [
        PrimaryButton("&Print…", "printer"),
        PlainButton("x"),
        IconButton("flag", "Flag for review"),
        FilterChip("Oppose"),
    ]
    box.setLayout(column(*buttons))
    on_screen(qtbot, box)
    assert [accessible(button)[0] for button in buttons] == [
        "Print…",
        "x",
        "Flag for review",
        "Filter Oppose, remove",
    ]
    assert all(button.width() >= 24 and button.height() >= 24 for button in buttons)


def test_hostile_names_are_shown_letter_for_letter(qtbot, dressed, hostile_texts):
    for text in hostile_texts:
        bar = InlineBar("info", text)
        qtbot.addWidget(bar)
        for made in (label(text), KeyCap(text), StanceChip("support", text or "x"), bar.words):
            assert made.textFormat() == Qt.TextFormat.PlainText
            assert made.text() in (text, text or "x")


def test_an_error_stands_below_its_field_and_in_its_description(qtbot, dressed):
    line = on_screen(qtbot, FieldRow("Place", QLineEdit(), "Room and house"))
    line.set_error("The place is missing.")
    face = QAccessible.queryAccessibleInterface(line.field)
    assert face.text(QAccessible.Text.Name) == "Place"
    assert face.text(QAccessible.Text.Description) == "The place is missing."
    assert shown(line) == ["Place", "||", "The place is missing."]
    line.set_error("")
    assert shown(line) == ["Place", "||", "Room and house"]
    assert line.error == ""


def test_a_bar_says_what_happened_and_offers_one_action(qtbot, dressed):
    bar = on_screen(qtbot, InlineBar("warn", "Not saved. Your words are still here.", "Try again"))
    with qtbot.waitSignal(bar.acted):
        bar.button.click()
    with qtbot.waitSignal(bar.closed):
        bar.close_button.click()
    assert bar.isHidden()
    bar.say("ok", "Saved.")
    bar.show()
    assert "[Try again]" not in shown(bar)


def test_an_empty_state_has_one_sentence_and_the_next_step(qtbot, dressed):
    empty = EmptyState("inbox", "No comments yet", "Drop files here.", PrimaryButton("Import files…"))
    assert shown(on_screen(qtbot, empty))[-3:] == ["No comments yet", "Drop files here.", "[Import files…]"]


def test_a_wait_shows_words_and_cancel_only_after_a_while(qtbot, dressed):
    wait = LoadingState("Reading 118 messages")
    wait.resize(400, 300)
    on_screen(qtbot, wait)
    wait.start()
    wait.progress(74, 118)
    assert shown(wait) == []
    qtbot.waitUntil(lambda: bool(shown(wait)), timeout=10_000)
    assert "74 of 118" in shown(wait)
    with qtbot.waitSignal(wait.cancelled):
        wait.cancel.click()
    wait.stop()
    assert shown(wait) == []


def test_a_flow_breaks_into_lines_and_keeps_every_chip_inside(qtbot, dressed):
    flow = FlowRow()
    flow.add(*[FilterChip(f"Filter number {number}") for number in range(8)])
    flow.resize(300, 10)
    on_screen(qtbot, flow)
    flow.resize(300, flow.heightForWidth(300))
    lines = {chip.y() for chip in flow.widgets()}
    assert len(lines) > 2
    assert all(chip.geometry().right() <= 300 for chip in flow.widgets())
    assert flow.heightForWidth(2000) < flow.heightForWidth(300)
    flow.clear()
    assert flow.heightForWidth(300) == 0


def test_a_search_tells_once_after_typing_and_escape_empties_then_leaves(qtbot, dressed):
    field = on_screen(qtbot, SearchField("Find in comments"))
    told = []
    field.settled.connect(told.append)
    with qtbot.waitSignal(field.settled):
        qtbot.keyClicks(field, "pause")
    assert told == ["pause"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), told) == ("", ["pause", ""])
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_the_glass_of_a_find_field_grows_with_the_text(qtbot, qapp):
    widths = {}
    for zoom in (1.0, 2.0):
        theme.install(qapp, "light", zoom)
        field = on_screen(qtbot, SearchField("Find in comments"))
        field.setPlaceholderText("")
        field.clearFocus()
        picture = field.grab().toImage()
        middle, inside = picture.height() // 2, range(6, theme.theme.px(34))
        ground = picture.pixelColor(picture.width() // 2, middle)
        inked = [x for x in inside if picture.pixelColor(x, middle) != ground]
        widths[zoom] = max(inked) - min(inked)
    theme.install(qapp, "light", 1.0)
    assert 1.8 < widths[2.0] / widths[1.0] < 2.3


def test_sizes_and_icons_follow_the_text_size(qtbot, dressed):
    box = QWidget()
    button, picture = IconButton("flag", "Flag"), QLabel()
    theme.set_icon(picture, "mail", size=20)
    layout = column(button, 10, picture, margins=(4, 4, 4, 4))
    box.setLayout(layout)
    on_screen(qtbot, box)
    theme.use("dark", 2.0)
    assert (button.width(), button.height()) == (60, 60)
    assert picture.pixmap().width() == round(40 * picture.pixmap().devicePixelRatio())
    assert layout.contentsMargins().left() == 8
    assert layout.itemAt(1).spacerItem().sizeHint().height() == 20


def test_the_style_sheet_is_understood_by_qt(qtbot, dressed):
    # A sheet that does not parse is a warning, and warnings fail the test run.
    for choice in ("light", "dark", "contrast"):
        for zoom in theme.ZOOMS:
            theme.use(choice, zoom)
    assert theme.theme.zoom == theme.ZOOMS[-1]
    on_screen(qtbot, QPushButton("x"))
