"""A whole evening by keyboard alone, from the first slip to the printed record; and the screen at every text size."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from frhearing.desk import summaries
from frhearing.desk.live import showing
from frhearing.model.live.states import Phase
from frhearing.ui import theme
from frhearing.ui.live.form import LiveForm

Key, Mod = Qt.Key, Qt.KeyboardModifier


def sign_in(room, line):
    room.press(Key.Key_F2, after=0)
    room.type(line)
    room.press(Key.Key_Return, after=0)


def speaks(room, seconds):
    for after in (4, 4, seconds):
        room.press(Key.Key_F8, after=after)


def command(room, name, *typed):
    """Run a command by its name in the palette's table and fill its form, field after field, by keys."""
    room.window.commands.run(name)
    room.settle()
    for place, words in enumerate(typed):
        if place:
            room.press(Key.Key_Tab, after=0)
        room.type(words)
    if typed:
        room.press(Key.Key_Return, after=0)
    assert not any(form.isVisible() for form in room.window.findChildren(LiveForm))


def choose(room, name, *words):
    """Run a command whose form is lists, and choose in each by typing how the line begins."""
    room.window.commands.run(name)
    room.settle()
    for place, said in enumerate(words):
        if place:
            room.press(Key.Key_Tab, after=0)
        QTest.keyClicks(QApplication.focusWidget(), said)
        room.settle()
    room.press(Key.Key_Return, after=0)
    assert not any(form.isVisible() for form in room.window.findChildren(LiveForm))


def test_the_founding_evening_runs_from_slip_to_print_by_keyboard_alone(held):
    room = held(people=(), opened=False, default_seconds=300)
    for n in range(1, 11):
        sign_in(room, f"Speaker Number{n}, resident, {('support', 'oppose')[n % 2]}")
    sign_in(room, "Eva Proxied, read by Rita Reader, support")
    sign_in(room, "Al Pair & Bo Pair, oppose")
    sign_in(room, "Hmong Speaker, Hmong interpreter, support")
    sign_in(room, "Only Registered, register only, support")
    room.window.go("live")
    room.settle()
    room.press(Key.Key_Return, Mod.ControlModifier)
    assert room.room.phase is Phase.OPEN
    speaks(room, 120)
    choose(room, "live_cede", "7", "8")
    choose(room, "live_reclaim", "7")
    choose(room, "live_cede", "9", "10")
    room.press(Key.Key_F8)
    room.desk.podium.correct.setFocus()
    room.press(Key.Key_Space, after=0)
    room.press(Key.Key_A, Mod.ControlModifier, after=0)
    room.type("Benjamin Number2")
    room.press(Key.Key_Return, after=0)
    assert room.view.slip.name == "Benjamin Number2"
    room.press(Key.Key_F8)
    command(room, "live_time_certain", "Item 4 at 7:00")
    room.press(Key.Key_F8, after=900)
    assert room.view.state == "paused"
    room.press(Key.Key_F8)
    room.press(Key.Key_F8, after=60)
    command(room, "live_recess", "7:30 PM")
    room.press(Key.Key_F8, after=600)
    speaks(room, 90)
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(45)
    room.crash(120, "live")
    assert room.view.elapsed_ms // 1000 == 45
    room.press(Key.Key_F8)
    room.press(Key.Key_F8, after=30)
    room.press(Key.Key_F8)
    room.press(Key.Key_F8, Mod.ControlModifier)
    for _ in range(7):
        speaks(room, 40)
    turns = {turn["slip"]: turn for turn in showing.result(room.room.live)["turns"]}
    assert turns[10]["explanation"] == "5:00 base + 5:00 ceded by slip 9"
    assert turns[13]["explanation"] == "5:00 base + 5:00 interpreter"
    assert 9 not in turns
    assert showing.counts(room.room.live).holds
    room.window.commands.run("live_close")
    room.window.commands.run("live_adjourn")
    counts = showing.counts(showing.Live(room.session.desk, room.hearing_id, room.clock))
    assert (counts.received, counts.heard, counts.no_show, counts.registered_only, counts.ceded) == (14, 11, 1, 1, 1)
    assert counts.holds
    room.press(Key.Key_5, Mod.ControlModifier, after=0)
    assert room.window.navigator.page_id == "report"
    printed = summaries.make_summary(room.session.desk, room.hearing_id, summaries.PrintOptions())
    pages = pypdfium2.PdfDocument(printed.pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())
    assert "14 slips received = 11 heard + 1 registered only + 1 ceded + 1 no-show" in text
    for said in (
        "read by Rita Reader",
        "Al Pair and Bo Pair",
        "Testimony paused for a time-certain item: Item 4 at 7:00.",
        "“Speaker Number2” corrected to “Benjamin Number2”",
        "took the time ceded to slip 8",
        "The clock stood still for 2 min.",
        "Recess, back at 7:30 p.m.",
        "Equal treatment",
    ):
        assert said in text, said


@pytest.mark.parametrize("zoom", [1.0, 1.25, 1.5, 2.0])
def test_it_fits_in_width_at_every_text_size(held, zoom):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    theme.use("light", zoom)
    room.settle()
    assert room.window.minimumSizeHint().width() <= 1366
    for area in room.desk.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and isinstance(content, QWidget):
            assert content.width() <= area.viewport().width() + 1


def test_tab_comes_round_and_f6_visits_every_pane(held):
    room = held()
    room.press(Key.Key_F8)
    stops = [stop for stop in room.page.panes() if stop.isVisible()]
    assert len(stops) == 4
    room.window.go("live")
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        room.press(Key.Key_F6, after=0)
    for stop in stops:
        assert any(stop is found or stop.isAncestorOf(found) for found in seen if found is not None)
    room.desk.log.box.edit.setFocus()
    for _ in range(80):
        room.press(Key.Key_Tab, after=0)
        if QApplication.focusWidget() is room.desk.log.box.edit:
            break
    assert QApplication.focusWidget() is room.desk.log.box.edit


def test_within_a_second_nothing_is_painted_anew(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(5)
    ticks = QSignalSpy(room.room.ticked)
    for _ in range(18):
        room.clock.pass_(0.05)
        room.room.look()
    assert ticks.count() <= 1
    room.wait(5)
    assert 5 <= ticks.count() <= 6


@pytest.mark.parametrize(("zoom", "names"), [(1.5, ["Speakers", "Log"]), (2.0, ["Speakers", "Podium", "Log"])])
def test_in_a_small_window_every_pane_is_reached_by_key(held, zoom, names):
    room = held()
    theme.use("light", zoom)
    room.settle()
    assert QApplication.focusWidget() is room.desk.log.box.edit, "the pane with the caret stays"
    strip = room.desk.panes.strip
    assert [strip.tabText(n) for n in range(strip.count()) if strip.isTabVisible(n)] == names
    speaks(room, 30)
    strip.setFocus()
    strip.setCurrentIndex(0)
    seen = []
    for _ in names:
        panes = {"Speakers": room.desk.list, "Podium": room.desk.podium, "Log": room.desk.log.box}
        seen.append([name for name, pane in panes.items() if pane.isVisible()])
        room.press(Key.Key_Right, after=0)
    assert seen == ([["Speakers", "Podium"], ["Podium", "Log"]] if zoom < 2 else [[name] for name in names])
    room.press(Key.Key_F2, after=0)
    room.type("Late Comer, support")
    room.press(Key.Key_Return, after=0)
    assert "Late Comer" in room.queue()
    room.press(Key.Key_Escape, after=0)
    assert QApplication.focusWidget() is room.desk.log.box.edit
    room.type("a note")
    room.press(Key.Key_Return, after=0)
    assert room.log()[-1] == "a note"
