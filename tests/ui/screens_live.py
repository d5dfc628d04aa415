"""States of a hearing that is held, for tests/screens.py: each on a new hearing with invented people."""

from live_window import PEOPLE, THEMES, HandClock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frhearing.desk import codebook
from frhearing.desk.live import log, panels, queue, recorded, registering, sitting
from frhearing.ui import theme
from frhearing.ui.live.room import room_of


def _room(window, *, opened=True, people=PEOPLE):
    session = window.session
    room = room_of(session, HandClock())
    for name in THEMES:
        codebook.add_theme(session.desk, session.hearing_id, name)
    window.go("live")
    for slip in people:
        room.must(lambda live, slip=slip: registering.register(live, slip))
    if opened:
        _press(room, 3)
    return room


def _press(room, after):
    _pass(room, after)
    room.next_step()


def _pass(room, seconds):
    for _ in range(round(seconds)):
        room.live.clock.pass_(1)
        room.look()


def _speaking(window, seconds):
    room = _room(window)
    for used in (171, 190):
        _press(room, 20)
        _press(room, 12)
        _press(room, used)
    _press(room, 20)
    room.absent()
    _press(room, 5)
    _press(room, 9)
    _pass(room, seconds)
    return room


def running(window):
    room = _speaking(window, 40)
    page = window.navigator.page
    room.do(lambda live: log.note(live, "Ald. asks for past requests to other agencies; chief to send a list."))
    _pass(room, 33)
    page.desk.focus_log()
    QTest.keyClicks(page.desk.log.box.edit, "/o #4 if there is a picture, one phone call for the detective")


def warning(window):
    _speaking(window, 156)


def over(window):
    _speaking(window, 192)


def called(window):
    room = _room(window)
    _press(room, 4)


def between(window):
    room = _speaking(window, 100)
    _press(room, 1)


def not_started(window):
    _room(window, opened=False)


def nobody(window):
    _room(window, people=())


def recess(window):
    room = _speaking(window, 60)
    room.do(lambda live: sitting.recess(live, "6:40 PM"))


def gap(window):
    room = _speaking(window, 60)
    clock = room.live.clock
    clock.wall = clock.wall.replace(minute=clock.wall.minute + 4)
    room.look()


def sign_in(window):
    _room(window)
    window.commands.run("live_desk")


def sign_in_zoomed(window):
    sign_in(window)
    theme.use(theme.theme.choice, 2.0)


def form(window):
    _room(window)
    window.commands.run("live_motion")


def cards(window):
    _room(window)
    window.commands.run("live_cards")


def chips(window):
    _room(window)
    page = window.navigator.page
    page.desk.quick.line.setFocus()
    QTest.keyClicks(page.desk.quick.line, "Xee Moua, resident, oppose, Hmong interpreter")


def held_back(window):
    room = _speaking(window, 30)
    room.do(lambda live: queue.hold(live, 6))
    room.do(lambda live: sitting.time_certain(live, "Item 4: liquor licenses"))


def other_page(window):
    _speaking(window, 165)
    window.go("setup")


def zoomed(window):
    _speaking(window, 73)
    theme.use(theme.theme.choice, 2.0)


def half(window):
    running(window)
    theme.use(theme.theme.choice, 1.5)


def half_log(window):
    half(window)
    window.navigator.page.desk.panes.bring("log")


def zoomed_log(window):
    running(window)
    theme.use(theme.theme.choice, 2.0)
    window.navigator.page.desk.panes.bring("log")


def zoomed_queue(window):
    running(window)
    theme.use(theme.theme.choice, 2.0)
    window.navigator.page.desk.panes.bring("speakers")


def abbreviations(window):
    _room(window)
    window.go("setup")
    page = window.navigator.page
    page.shorthand.lines.field.setPlainText("FPC = Fire and Police Commission\nAld. = Alderperson")
    page.shorthand.lines.commit()
    QApplication.processEvents()
    page.shorthand.lines.field.setFocus()


def recorded_panel(window):
    room = _room(window)
    room.do(lambda live: recorded.recording(live, "started", "", ""))
    _press(room, 4)
    window.commands.run("live_panel")
    QApplication.processEvents()


def together(window):
    room = _room(window)
    room.do(lambda live: recorded.recording(live, "started", "", ""))
    _press(room, 64)
    room.do(lambda live: panels.start_together(live, (2, 4), "Neighbours"))
    _pass(room, 20)
    room.do(lambda live: log.note(live, "They ask for a map of the cameras."))
    window.commands.run("live_screen")


def low(window):
    window.resize(1366, 690)
    running(window)


def wide(window):
    window.resize(1920, 1080)
    running(window)


def small(window):
    window.resize(1200, 570)
    running(window)


def keys_in_menu(window):
    running(window)
    QTest.keyClick(window, Qt.Key.Key_F1)


EMPTY_STATES = {
    "live-running": running,
    "live-warning": warning,
    "live-over": over,
    "live-called": called,
    "live-between": between,
    "live-not-started": not_started,
    "live-nobody": nobody,
    "live-recess": recess,
    "live-gap": gap,
    "live-sign-in": sign_in,
    "live-sign-in-zoom200": sign_in_zoomed,
    "live-form": form,
    "live-cards": cards,
    "live-chips": chips,
    "live-time-certain": held_back,
    "live-mini-timer": other_page,
    "live-zoom200": zoomed,
    "live-zoom200-log": zoomed_log,
    "live-zoom200-speakers": zoomed_queue,
    "live-zoom150": half,
    "live-zoom150-log": half_log,
    "live-set-up-rules": abbreviations,
    "live-panel-form": recorded_panel,
    "live-panel": together,
    "live-690": low,
    "live-1920": wide,
    "live-1200x570": small,
    "live-keys": keys_in_menu,
}
