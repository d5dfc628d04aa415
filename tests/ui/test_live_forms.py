"""Proceedings, cards, the sign-in desk, sign-ups from a file, paper, presets: through the forms a clerk fills in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from frhearing.desk.live import ledger, preregister, sheets, showing
from frhearing.model.errors import Refused
from frhearing.model.live.presets import PRESETS
from frhearing.model.live.states import Phase
from frhearing.ui.live.cards_form import CardsForm
from frhearing.ui.live.form import LiveForm
from frhearing.ui.live.hall_of import hall_of
from frhearing.ui.live.paper import SheetsForm, import_signups
from frhearing.ui.live.proceedings import PROCEEDINGS
from frhearing.ui.live.sign_in_desk import SignInDesk

pdfium = pytest.importorskip("pypdfium2")
Key, Mod = Qt.Key, Qt.KeyboardModifier


def fill(room, name, **fields):
    """Run a command, fill its form by keyboard and press Enter; gives the form."""
    room.window.commands.run(name)
    room.settle()
    form = room.window.findChildren(LiveForm)[-1]
    for field, text in fields.items():
        widget = form.rows[field].field
        if isinstance(widget, QLineEdit):
            widget.setText(text)
        elif hasattr(widget, "findData"):
            widget.setCurrentIndex(widget.findData(text))
        else:
            widget.setPlainText(text)
    form.accept()
    room.settle()
    return form


CASES = (
    ("live_roll", {"members": "Ald. One\nAld. Two absent", "quorum": "1"}, "Roll: Ald. One present; Ald. Two absent."),
    ("live_order", {"text": "Out of order", "kind": "chair_ruling", "by": "chair"}, "Out of order"),
    ("live_motion", {"text": "to hold", "mover": "One", "second": "Two"}, "Motion by One, seconded by Two: to hold"),
    ("live_vote", {"text": "holding", "ayes": "4", "noes": "1"}, "Vote on holding: 4 ayes, 1 no; carried."),
    ("live_exhibit", {"text": "a map"}, "Exhibit 1 offered by slip 1 (Hannah Reuter): a map."),
    ("live_oath", {"slip": "1"}, "Slip 1 (Hannah Reuter) took the oath"),
    ("live_clock", {"reference": "6:00 PM", "by": "clerk"}, "ahead of 6:00 PM"),
    ("live_grant", {"seconds": "60", "kind": "technical_credit"}, "+1:00 technical credit for slip 1"),
    ("live_interpreter", {"language": "Hmong"}, "Interpreter for Hmong joined slip 1 (Hannah Reuter). +3:00"),
    ("live_cede", {"from": "2", "to": "4"}, "Slip 2 (Rev. Samuel Okafor) ceded 3:00 to slip 4"),
    ("live_time_certain", {"item": "Item 4"}, "Testimony paused for a time-certain item: Item 4."),
    ("live_recess", {"until": "6:40 PM"}, "Recess, back at 6:40 p.m."),
    ("live_rule", {"rule": "default_seconds", "value": "120", "by": "chair"}, "Rule default_seconds changed from 180"),
    ("live_end", {"reason": "time_expired"}, "(time expired)"),
)


@pytest.mark.parametrize(("name", "fields", "words"), CASES, ids=[case[0] for case in CASES])
def test_proceedings_go_into_the_log(held, name, fields, words):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(5)
    form = fill(room, name, **fields)
    assert not form.isVisible(), [line.error for line in form.rows.values()]
    assert any(words in line for line in room.log()), room.log()


def test_a_refusal_stays_in_the_form_and_changes_nothing(held):
    room = held()
    form = fill(room, "live_motion", text="to hold", mover="")
    assert form.isVisible()
    assert "a mover" in next(iter(form.rows.values())).error
    assert not any("Motion" in line for line in room.log())
    form.reject()


def test_every_command_of_the_proceedings_is_in_the_menu_and_bound(held):
    room = held()
    for name in PROCEEDINGS:
        assert room.window.commands.action(name).isEnabled(), name


def test_ceded_time_is_reclaimed_and_the_hearing_continued(held):
    room = held()
    fill(room, "live_cede", **{"from": "2", "to": "4"})
    fill(room, "live_reclaim", **{"from": "2"})
    assert any("took the time ceded" in line for line in room.log())
    fill(room, "live_continue", date="2026-02-26")
    assert showing.counts(room.room.live).carried_over == 6


def test_a_question_runs_on_its_own_clock(held):
    room = held()
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    room.wait(20)
    room.window.commands.run("live_question")
    before = room.view.elapsed_ms
    room.wait(30)
    assert (room.view.state, room.view.question_ms, room.view.elapsed_ms) == ("question", 30_000, before)
    room.press(Key.Key_F8)
    assert room.view.state == "running"


def test_cards_are_entered_one_after_the_other_by_number(held):
    room = held(people=())
    room.window.commands.run("live_cards")
    room.settle()
    form = room.window.findChild(CardsForm)
    for name in ("Ana Ruiz, resident, support", "Ben Cole & Cy Dorn"):
        room.type(name)
        room.press(Key.Key_Return)
    assert room.queue() == ["Ana Ruiz", "Ben Cole and Cy Dorn"]
    form.number.field.setText("1")
    room.type("Taken Twice")
    room.press(Key.Key_Return)
    assert "never used twice" in form.name.error
    form.reject()


def test_the_sign_in_desk_shows_nobody_elses_entry(held):
    room = held()
    room.press(Key.Key_F3)
    desk = room.window.findChild(SignInDesk)
    room.type("Xee Moua")
    desk.stances["oppose"].click()
    desk.name.field.setFocus()
    room.press(Key.Key_Return)
    slip = room.room.live.floor.slip(7)
    assert (slip.name, str(slip.stances[1])) == ("Xee Moua", "oppose")
    assert desk.name.field.text() == ""
    assert not any(button.isChecked() for button in desk.stances.values())
    assert "Xee" not in desk.thanks.text()
    assert desk.number.text() == "Slip 8"
    assert room.window.focusWidget() is desk.name.field
    room.type("Half typed")
    assert desk._idle.isActive()
    desk._idle.timeout.emit()
    assert desk.name.field.text() == ""
    room.press(Key.Key_F8)
    assert room.view.state == "called"
    room.press(Key.Key_Escape)
    assert not desk.isVisible()


def test_the_sign_in_desk_asks_all_that_a_slip_can_say(held):
    room = held(people=(), opened=False)
    room.window.commands.run("live_desk")
    desk = room.window.findChild(SignInDesk)
    for field, words in (
        (desk.name, "Al Pair & Bo Pair"),
        (desk.organization, "Officers' Union"),
        (desk.capacity, "president"),
        (desk.read_by, "Rita Reader"),
        (desk.needs, "a chair"),
    ):
        field.field.setText(words)
    desk.language.field.setEditText("Arabic")
    desk.remote.setChecked(True)
    desk.early.setChecked(True)
    desk.stances["mixed"].click()
    desk.accept()
    slip = room.room.live.floor.slips[0]
    assert slip.names == ("Al Pair", "Bo Pair")
    assert (slip.organization, slip.capacity, slip.read_by) == ("Officers' Union", "president", "Rita Reader")
    assert (slip.accommodation, slip.interpreter, str(slip.wish)) == ("a chair", "Arabic", "read_by_proxy")
    assert (str(slip.mode), slip.early_leave, str(slip.stances[1])) == ("remote", "schedule", "mixed")
    desk.name.field.setText("Only Registered")
    desk.wish.field.setCurrentIndex(desk.wish.field.findData("register_only"))
    desk.accept()
    second = room.room.live.floor.slips[1]
    assert (second.interpreter, second.read_by, str(second.status)) == ("", "", "registration_only")


def test_the_rule_behind_a_shorter_time_stands_at_the_podium(held):
    room = held(reduce_when=[{"registered": 6, "seconds": 120}])
    room.press(Key.Key_F8)
    assert "2:00 each from 6 speakers on, 6 signed up (reduce_when)" in room.desk.podium.signed.text()
    room.press(Key.Key_F8)
    assert "2:00 each from 6 speakers on, 6 signed up (reduce_when)" in room.desk.podium.signed.text()


LIST = """Name,Organization,Position,How will you attend,Language needed,Do you wish to speak
"Ruiz, Ana",Block Club,Support,remote,Spanish,yes
Ben Cole,,against,in person,none,no
,,support,,,
Cy Dorn,,,,,
"""


def test_sign_ups_from_a_file_become_slips(held, tmp_path):
    room = held(people=(), opened=False)
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    import_signups(room.room, path)
    for _ in range(60):
        room.settle()
    slips = room.room.live.floor.slips
    assert [s.name for s in slips] == ["Ruiz, Ana", "Ben Cole", "Cy Dorn"]
    assert (str(slips[0].stances[1]), slips[0].mode, slips[0].interpreter) == ("support", "remote", "Spanish")
    assert slips[0].organization == "Block Club"
    assert (str(slips[1].stances[1]), slips[1].wish) == ("oppose", "register_only")
    assert "3 of 3 sign-ups from list.csv are on the list" in room.notice()
    room.window.commands.run("undo")
    room.settle()
    assert room.room.live.floor.slips == ()
    assert "sign-ups" in room.notice() or room.session.desk.redo_step.kind == "sign-ups"
    room.window.commands.run("redo")
    room.settle()
    assert [s.slip for s in room.room.live.floor.slips] == [1, 2, 3]


def test_sign_ups_that_cannot_be_recorded_are_named_and_the_clock_runs_on(held, tmp_path):
    room = held(max_speakers=8)
    room.press(Key.Key_F8)
    room.press(Key.Key_F8)
    path = tmp_path / "list.csv"
    rows = "".join(f"Person {n},{n},Block Club\n" for n in range(1, 12))
    path.write_text(f"Name,Slip,Organization\n{rows}Hannah Reuter,,\n", encoding="utf-8")
    import_signups(room.room, path)
    for _ in range(60):
        room.settle()
    assert "6 of 12 sign-ups" in room.notice()
    assert "1 has a name that was there already" in room.notice()
    assert "row 2: Slip 1 (Hannah Reuter) is in use" in room.notice()
    room.wait(5)
    assert (room.view.state, room.view.elapsed_ms) == ("running", 5000)
    counts = showing.counts(room.room.live)
    assert (counts.received, counts.refused) == (12, 4)


def test_a_file_without_names_signs_nobody_in(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Comment,Topic\nhello there,one\nmore,two\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"No column of “list\.csv” is called Name"):
        preregister.read_signups(path)


@pytest.mark.parametrize(("kind", "words"), [("slips", "Slip 9"), ("queue", "Pa Houa Vang"), ("tally", "Oppose")])
def test_sheets_are_printed(held, tmp_path, kind, words):
    room = held()
    data = sheets.sheet(room.room.live, kind, 5)
    document = pdfium.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert words in text
    assert "Common Council" in text


def test_the_form_saves_a_sheet_and_refuses_nonsense(held, tmp_path):
    room = held()
    room.window.commands.run("live_sheets")
    form = room.window.findChild(SheetsForm)
    with pytest.raises(Refused, match="between 1 and"):
        form.make({"kind": "slips", "count": "0"})
    form.save(tmp_path / "queue.pdf", form.make({"kind": "queue", "count": "1"}))
    assert (tmp_path / "queue.pdf").read_bytes().startswith(b"%PDF")
    store = room.session.desk.store.path
    before = store.read_bytes()
    form.save(store, b"%PDF")
    assert store.read_bytes() == before
    assert "The sheet was not written" in form.rows["count"].error


def test_closing_and_adjourning_from_the_menu(held):
    room = held()
    room.window.commands.run("live_close")
    assert room.room.phase is Phase.TESTIMONY_CLOSED
    fill(room, "live_reopen", mover="One", second="Two", vote="4 ayes, 1 no")
    assert room.room.phase is Phase.OPEN


def test_set_up_takes_the_rules_of_a_place_with_their_source(held):
    room = held(opened=False, page="setup")
    rules = room.page.rules
    rules.preset.setCurrentIndex(rules.preset.findData("st_pete_beach"))
    rules.preset.activated.emit(rules.preset.currentIndex())
    room.settle()
    hearing = room.session.hearing
    assert hearing.rules.oath_required
    assert "all sworn" in rules.source.text()
    room.window.commands.run("undo")
    assert not room.session.hearing.rules.oath_required
    assert rules.preset.count() == len(PRESETS) + 1


def test_all_rules_are_checked_before_any_is_saved(held):
    from frhearing.ui.pages.setup.all_rules import AllRulesForm

    room = held(opened=False, page="setup")
    room.page.rules.all_rules.click()
    form = room.window.findChild(AllRulesForm)
    form.rows["max_speakers"].field.setText("ten")
    form.accept()
    assert form.rows["max_speakers"].error
    form.rows["max_speakers"].field.setText("10")
    form.rows["ceding.allowed"].field.setText("no")
    form.accept()
    assert (room.session.hearing.rules.max_speakers, room.session.hearing.rules.ceding.allowed) == (10, False)


def test_a_rule_changed_in_set_up_while_the_hearing_is_held_goes_into_its_log(held):
    room = held()
    room.window.go("setup")
    room.settle()
    rules = room.page.rules
    assert rules.by.isVisible()
    rules.minutes.setValue(2)
    rules.minutes.editingFinished.emit()
    room.window.go("live")
    room.settle()
    assert any("default_seconds changed from 180 to 120 by chair" in line for line in room.log())
    room.room.do(lambda live: ledger.change_rule(live, "reduce_by", "body_vote", "chair"))
    room.window.go("setup")
    rules.minutes.setValue(1)
    rules.minutes.editingFinished.emit()
    room.settle()
    assert "only a vote of the body" in room.notice().lower()
    assert (room.session.hearing.rules.default_seconds, rules.minutes.value()) == (120, 2)


def test_the_office_keeps_its_abbreviations_and_the_log_writes_them_out(held):
    room = held(page="setup")
    card = room.page.shorthand
    card.lines.field.setPlainText("nothing")
    card.lines.commit()
    assert "Line 1" in card.lines.error
    card.lines.field.setPlainText("FPC = Fire and Police Commission\nAld. = Alderperson")
    card.lines.commit()
    assert not card.lines.error
    room.window.go("live")
    room.settle()
    room.type("Ald. Reyes asks the FPC, not fpc; then the FPC.")
    edit = room.desk.log.box.edit
    wanted = "Alderperson Reyes asks the Fire and Police Commission, not fpc; then the "
    assert edit.toPlainText() == f"{wanted}FPC."
    room.press(Key.Key_Return, after=0)
    assert room.log()[-1] == f"{wanted}Fire and Police Commission."


def test_a_panel_starts_together_from_the_window(held):
    room = held()
    fill(room, "live_recording")
    room.window.commands.run("live_panel")
    assert "Call the first" in room.notice()
    room.press(Key.Key_F8)
    fill(room, "live_panel", slips="2, 5")
    assert room.desk.podium.name.text() == "Hannah Reuter · Rev. Samuel Okafor · Terrence Boyd"
    assert hall_of(room.room).shown.view.speaker == "Hannah Reuter · Rev. Samuel Okafor · Terrence Boyd"
    room.press(Key.Key_F8, after=60)
    assert showing.counts(room.room.live).heard == 3
    line = room.desk.log.list.model().index(room.desk.log.list.model().rowCount() - 1, 0)
    assert "in the recording 0:01:03: Slip 1" in line.data(Qt.ItemDataRole.AccessibleTextRole)
