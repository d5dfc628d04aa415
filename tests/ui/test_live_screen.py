"""The Live screen through its keys: one testimony, the queue, the log, the clock that stood still, a restart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit

from frhearing.desk import drafts, testimony
from frhearing.desk.live import showing
from frhearing.model.live.states import Phase, SlipStatus
from frhearing.ui.pages.live.slip_menu import open_menu

Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_one_testimony_is_three_presses_of_f8(held):
    room = held()
    room.press(Key.Key_F8)
    assert (room.view.state, room.view.slip.name) == ("called", "Hannah Reuter")
    room.press(Key.Key_F8)
    assert room.view.state == "running"
    assert room.desk.podium.step.text().strip() == "End and log"
    room.press(Key.Key_F8, after=100)
    assert room.view.heard == 1
    assert room.session.desk.store.value("SELECT count(*) FROM comment") == 1
    assert "ended after 1:40 of 3:00" in room.log()[-1]


@pytest.mark.parametrize("page", ["setup", "comments", "analysis", "record", "home"])
def test_the_keys_work_in_every_workspace_and_the_pill_is_a_timer(held, page):
    room = held()
    room.window.go(page)
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(13)
    assert room.window.top.stage.text() == "Live · 2:47"
    room.press(Key.Key_F7)
    assert room.view.state == "paused"
    room.press(Key.Key_F9)
    assert room.view.allotted == 210


def test_the_caret_stays_in_the_log_box(held):
    room = held()
    box = room.desk.log.box.edit
    room.window.go("live")
    room.settle()
    for key in (Key.Key_F8, Key.Key_F8, Key.Key_F9, Key.Key_F7, Key.Key_F7, Key.Key_F4):
        room.press(key)
        assert room.window.focusWidget() is box
    assert room.log()[-1] == "Time mark."


def test_f8_twice_at_once_counts_once_and_a_testimony_does_not_end_as_it_begins(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8, after=0.2)
    assert room.view.state == "called"
    room.press(Key.Key_F8)
    room.press(Key.Key_F8, after=1.5)
    assert room.view.state == "running"
    assert "began just now" in room.notice()
    room.press(Key.Key_F8, after=1)
    assert room.view.heard == 1


def test_step_back_undoes_a_step(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.press(Key.Key_F8, Mod.ShiftModifier)
    assert room.view.state == "called"
    room.press(Key.Key_F8, Mod.ShiftModifier)
    assert room.view.state == "idle"


def test_no_show_goes_out_of_the_line_and_can_be_restored(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8, Mod.ControlModifier)
    assert room.desk.header.figures["absent"].text() == "1"
    model = room.desk.list.model()
    last = model.index(model.rowCount() - 1)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "Slip 1, Hannah Reuter, Resident, oppose, absent"


def test_somebody_is_signed_in_in_one_line_with_chips(held):
    room = held()
    room.press(Key.Key_F2)
    room.settle()
    assert room.window.focusWidget() is room.desk.quick.line
    room.type("Xee Moua, resident, oppose")
    assert [chip.text() for chip in room.desk.quick.chips.widgets()] == ["Xee Moua", "resident", "Oppose"]
    room.press(Key.Key_Return)
    assert room.queue()[-1] == "Xee Moua"
    assert room.desk.quick.line.text() == ""
    slip = room.room.live.floor.slip(7)
    assert (slip.residency, {n: str(s) for n, s in slip.stances.items()}) == ("resident", {1: "oppose"})


def test_a_known_person_takes_six_keys(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.window.setFocus()
    for key in (Key.Key_F2, Key.Key_H, Key.Key_A):
        room.press(key)
    room.desk.quick._look_up()
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.desk.quick.line.text().startswith("Hannah Reuter")
    room.press(Key.Key_Return)
    assert room.room.live.floor.slip(7).names == ("Hannah Reuter",)
    assert "Nothing was merged" in room.desk.noticed.words.text()


def test_queue_edits_never_touch_the_clock(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(10)
    before = room.view.elapsed_ms
    room.desk.list.setFocus()
    room.desk.list.choose(room.room.live.floor.slip(4).id)
    room.press(Key.Key_Up, Mod.AltModifier, after=0)
    assert room.queue()[1:4] == ["Rev. Samuel Okafor", "Gina Castellano", "Pa Houa Vang"]
    room.press(Key.Key_Down, Mod.AltModifier, after=0)
    room.press(Key.Key_Down, Mod.AltModifier, after=0)
    assert room.queue()[1:5] == ["Rev. Samuel Okafor", "Pa Houa Vang", "Terrence Boyd", "Gina Castellano"]
    data = room.desk.list.model().mimeData([room.desk.list.model().index(1)])
    room.desk.list.model().dropMimeData(data, Qt.DropAction.MoveAction, 4, 0, room.desk.list.rootIndex())
    room.settle()
    assert room.queue()[1:4] == ["Pa Houa Vang", "Terrence Boyd", "Rev. Samuel Okafor"]
    assert room.view.elapsed_ms == before
    room.wait(5)
    assert (room.view.state, room.view.elapsed_ms) == ("running", before + 5000)


def test_a_note_is_stamped_when_typing_starts_and_its_marks_tag_the_testimony(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.window.go("live")
    room.settle()
    room.type("/s ")
    began = room.desk.log.box.stamp.text()
    room.wait(20)
    room.type('#4 "if there is a picture"')
    chips = [chip.text() for chip in room.desk.log.box.chips.widgets()]
    assert chips == ["Support", "4 Solving violent crime", "quote"]
    room.press(Key.Key_Return)
    assert began == "6:00:09"
    event = showing.log_lines(room.room.live)[-2][1]
    assert event.text == '#4 "if there is a picture"'
    assert event.at.startswith("2026-02-06T00:00:09")
    comment = testimony.get_comment(room.session.desk, room.view.slip.comment_id)
    assert str(comment.stances[1]) == "support"
    assert len(comment.theme_ids) == 1
    assert room.desk.podium.testimony.stances["support"].isChecked()


def test_a_note_that_is_being_typed_survives_a_crash(held, qtbot):
    room = held()
    room.window.go("live")
    room.settle()
    room.type("Ald. asks for the list")
    key = f"live-note-{room.hearing_id}"
    qtbot.waitUntil(lambda: drafts.load_draft(room.folder, key) is not None, timeout=1000)
    room.crash(30, "live")
    assert room.desk.log.box.edit.toPlainText() == "Ald. asks for the list"
    assert room.desk.log.box.stamp.text() == "6:00:03"


def test_a_crash_leaves_the_turn_paused_at_the_last_second_and_opens_live(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(70)
    room.crash(240)
    room.window.open_last()
    room.settle()
    assert room.window.navigator.page_id == "live"
    assert (room.view.state, room.view.slip.name, room.view.elapsed_ms // 1000) == ("paused", "Hannah Reuter", 70)
    assert room.desk.gap.isVisible()
    assert "stood still for 4 min" in room.desk.gap.words.text()
    room.desk.gap.do_not.click()
    assert not room.desk.gap.isVisible()
    assert room.view.elapsed_ms // 1000 == 70


def test_sleep_pauses_and_asks_and_what_is_counted_counts(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(30)
    room.clock.wall = room.clock.wall.replace(minute=room.clock.wall.minute + 4)
    room.room.look()
    room.settle()
    assert room.view.state == "paused"
    assert "stood still for 4 min" in room.desk.gap.words.text()
    room.desk.gap.button.click()
    assert room.view.elapsed_ms // 1000 == 270
    assert not room.desk.gap.isVisible()


def test_before_the_hearing_it_shows_what_is_ready_and_starts(held):
    room = held(opened=False)
    assert room.desk.before.isVisible()
    assert "6 people wait" in room.desk.before.words.text()
    room.press(Key.Key_Return, Mod.ControlModifier)
    assert room.room.phase is Phase.OPEN
    assert room.desk.podium.isVisible()


def test_nobody_waits(held):
    room = held(people=())
    assert room.desk.podium.name.text() == "Nobody waits to speak"
    room.press(Key.Key_F8)
    assert "F2" in room.notice()


def test_recess_and_closing_and_adjourning(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.desk.header.recess.click()
    room.settle()
    room.type("6:40 PM")
    room.press(Key.Key_Return)
    assert room.room.phase is Phase.RECESS
    assert room.view.state == "paused"
    assert room.desk.podium.step.text().strip() == "Come back from recess"
    room.press(Key.Key_F8)
    assert room.room.phase is Phase.OPEN
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.desk.header.close_button.click()
    assert room.room.phase is Phase.TESTIMONY_CLOSED
    assert room.page.live
    room.desk.header.close_button.click()
    room.settle()
    assert not room.page.live
    assert room.page.held.isVisible()


def test_what_the_rules_forbid_is_said_and_nothing_changes(held):
    room = held(oath_required=True)
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    assert "has not been sworn" in room.notice()
    assert room.view.state == "called"


def test_what_takes_the_focus_has_a_name_and_live_buttons_are_large(held):
    room = held()
    room.press(Key.Key_F8)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    for kind in kinds:
        for widget in room.desk.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
                assert widget.height() >= 24
    pane = room.desk.podium
    for button in (pane.step, pane.pause, pane.more, pane.absent):
        assert button.height() >= 44
    assert "3 minutes left" in pane.face.accessibleName()


def test_the_keys_of_the_hearing_work_while_a_menu_is_open(held):
    room = held()
    # Not shown: the offscreen platform has no popups. The key goes where an open menu would get it.
    menu = open_menu(room.room, room.desk.list, room.room.live.floor.slips[3])
    room.wait(3)
    QApplication.sendEvent(menu, QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_F8, Mod.NoModifier))
    room.settle()
    assert (room.view.state, room.view.slip.name) == ("called", "Hannah Reuter")


def test_the_gap_is_reached_by_f6_and_counted_by_enter(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(20)
    room.crash(90, "live")
    room.press(Key.Key_F6, after=0)
    room.press(Key.Key_Return, after=0)
    assert room.view.elapsed_ms == 110_000


def test_a_slip_is_held_and_restored_from_its_menu(held):
    from frhearing.ui.pages.live.slip_menu import entries

    room = held()
    slip = room.room.live.floor.slip(2)
    acts = {entry.words: entry.act for entry in entries(room.room, room.window, slip)}
    acts["Hold"]()
    assert room.room.live.floor.slip(2).held
    assert room.queue()[-1] == "Rev. Samuel Okafor"
    slip = room.room.live.floor.slip(2)
    {entry.words: entry.act for entry in entries(room.room, room.window, slip)}["Restore"]()
    assert room.queue()[1] == "Rev. Samuel Okafor"
    assert room.room.live.floor.slip(2).status is SlipStatus.REGISTERED
