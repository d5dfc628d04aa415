"""The list: find, filters, views, sorting, selection by id, many rows, the panes by width."""

from array import array

import pytest
from comments_window import Clerk
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from frhearing.desk import testimony, views
from frhearing.model.errors import DiskFault, Refused
from frhearing.model.filter import CommentFilter, SortBy
from frhearing.ui.pages.comments.workspace import arrangement_for
from frhearing.ui.tables.comment_model import Column, CommentModel
from frhearing.ui.tables.comment_view import CommentView
from frhearing.ui.tables.row_pages import PAGE, RowPages
from frhearing.ui.tables.shown_row import missing
from frhearing.ui.theme import theme


@pytest.fixture
def clerk(qtbot, tmp_path):
    return Clerk(qtbot, tmp_path / "data")


def show(clerk, **fields):
    clerk.page.control.show(CommentFilter(**fields))
    clerk.settle()


def chips(clerk):
    return [chip.accessibleName() for chip in clerk.page.space.list.head.chips.widgets()]


def test_what_the_bar_says_goes_when_it_is_no_longer_true(clerk):
    bar = clerk.window.notices
    clerk.session.tell(DiskFault("The disk is full."))
    clerk.stand_on(12)
    assert bar.isVisible()
    clerk.press("s")
    assert not bar.isVisible()
    clerk.press("Ctrl+A", "o")
    assert bar.words.text() == "Oppose: 14 comments."
    clerk.press("Ctrl+Z")
    assert not bar.isVisible()
    clerk.session.tell(Refused("Something else stays until it is read."))
    clerk.press("m")
    assert bar.isVisible()


def test_finding_narrows_the_list_while_one_types_and_escape_takes_it_back(clerk):
    clerk.press("/")
    clerk.type("gus")
    clerk.qtbot.waitUntil(lambda: clerk.page.listing.filter.text == "gus")
    clerk.settle()
    assert clerk.numbers() == [7]
    assert clerk.shown == 7
    clerk.press("Escape")
    clerk.settle()
    assert len(clerk.numbers()) == 14
    clerk.press("Escape")
    assert QApplication.focusWidget() is clerk.page.space.list.view


def test_nothing_found_is_said_with_the_way_back(clerk):
    show(clerk, text="zebra")
    assert clerk.page.space.list.none.isVisible()
    clerk.page.space.list.clear_asked.emit()
    clerk.settle()
    assert len(clerk.numbers()) == 14


def test_a_filter_is_a_chip_and_one_press_takes_it_off(clerk):
    show(clerk, stances=("oppose",), flagged=False)
    assert clerk.numbers() == [7, 6, 5]
    show(clerk, stances=("oppose",), channels=("email",))
    assert clerk.numbers() == [6, 5]
    assert chips(clerk)[:2] == ["Filter Oppose, remove", "Filter E-mail, remove"]
    clerk.page.space.list.head.chips.widgets()[1].click()
    clerk.settle()
    assert clerk.numbers() == [7, 6, 5]


def test_a_view_is_saved_under_a_name_and_shown_again(clerk):
    show(clerk, groups=(clerk.comment(8).group_id,))
    clerk.page.control.save_view()
    clerk.type("All comments")
    clerk.press("Return")
    clerk.type(" of faith")
    clerk.press("Return")
    clerk.settle()
    saved = [view for view in views.list_views(clerk.session.desk, clerk.hearing) if view.id]
    assert [view.name for view in saved] == ["All comments of faith"]
    show(clerk)
    clerk.page.space.views.filter_asked.emit(saved[0].filter)
    clerk.settle()
    assert clerk.numbers() == [11, 8]
    assert clerk.page.space.list.head.view.words == "All comments of faith · 2"


def test_to_tag_is_one_press_away_and_keeps_a_comment_until_one_goes_on(clerk):
    assert clerk.page.space.list.head.to_tag.text() == "2 to tag"
    clerk.page.space.list.head.to_tag.click()
    clerk.settle()
    assert clerk.numbers() == [13, 12]
    clerk.stand_on(13)
    clerk.press("s", "1")
    clerk.settle()
    assert clerk.numbers() == [13, 12]
    clerk.press("Return")
    clerk.settle()
    assert clerk.numbers() == [12]
    assert clerk.shown == 12
    clerk.press("Ctrl+Z", "Ctrl+Z")
    clerk.settle()
    assert clerk.numbers() == [13, 12]


def test_counts_beside_filters_follow_the_tags(clerk):
    side = clerk.page.space.views
    assert side._stance_rows["oppose"].count == 3
    clerk.stand_on(12)
    clerk.press("o")
    clerk.settle()
    assert side._stance_rows["oppose"].count == 4
    assert side._stance_rows["not_tagged"].count == 1
    assert clerk.page.space.list.tagged.text() == "12 of 13 tagged"


def test_the_selection_is_kept_by_id_when_the_order_changes(clerk):
    clerk.stand_on(5)
    clerk.press("Shift+Down", "Shift+Down")
    chosen = set(clerk.page.space.list.view.selected_ids())
    assert len(chosen) == 3
    clerk.page.space.list.view.sort_asked.emit(SortBy.NAME, False)
    clerk.settle()
    assert clerk.numbers() == [*range(1, 15)]
    assert set(clerk.page.space.list.view.selected_ids()) == chosen


def test_a_comment_from_elsewhere_is_shown_even_if_the_filter_hides_it(clerk):
    show(clerk, stances=("oppose",))
    clerk.page.show_comment(clerk.comment(1).id)
    clerk.settle()
    assert clerk.shown == 1
    assert len(clerk.numbers()) == 14


def test_a_fault_of_the_store_is_a_sentence_and_the_list_stands(clerk, monkeypatch):
    def broken(*_anything):
        raise DiskFault("The disk is gone. Nothing was lost.")

    monkeypatch.setattr(testimony, "rows", broken)
    clerk.page.space.list.model.refresh()
    clerk.page.space.list.view.viewport().repaint()
    assert "The disk is gone" in clerk.window.notices.words.text()
    assert clerk.page.space.list.model.row(0) == missing(clerk.page.space.list.model.ids[0])


@pytest.mark.parametrize(
    ("width", "panes"), [(1920, "four"), (1500, "four"), (1366, "three"), (1100, "three"), (900, "two"), (683, "one")]
)
def test_as_many_panes_as_the_width_holds(width, panes):
    assert arrangement_for(width) == panes


def seen(clerk):
    space = clerk.page.space
    parts = {"views": space.views, "list": space.list, "text": space.reading, "tags": space.tagging}
    return {name for name, part in parts.items() if part.isVisible()}


def test_a_narrow_window_shows_the_list_then_the_text_then_the_tags(clerk):
    clerk.window.resize(683, 400)
    clerk.settle()
    assert seen(clerk) == {"list"}
    clerk.page.space.list.view.setFocus()
    clerk.press("Return")
    assert seen(clerk) == {"text"}
    assert QApplication.focusWidget() is clerk.page.space.reading.text
    clerk.page.space.tabs.setCurrentIndex(1)
    assert seen(clerk) == {"tags"}
    clerk.page.space.back.click()
    assert seen(clerk) == {"list"}
    clerk.window.resize(900, 600)
    clerk.page.space.show_text()
    assert seen(clerk) == {"text", "tags"}
    clerk.window.resize(1600, 900)
    assert seen(clerk) == {"views", "list", "text", "tags"}
    assert clerk.page.space.list.view.as_table


@pytest.mark.parametrize("zoom", [1.0, 1.25, 1.5, 2.0])
def test_nothing_needs_more_room_than_there_is(qtbot, tmp_path, zoom):
    clerk = Clerk(qtbot, tmp_path / "data", zoom=zoom)
    for _ in range(2):
        space = clerk.page.space
        for part in (space.list, space.reading, space.tagging):
            if part.isVisible():
                assert part.minimumSizeHint().width() <= part.width()
        if space.arrangement in ("two", "one"):
            space.show_text()


def test_every_stop_of_tab_has_a_name(clerk):
    clerk.stand_on(8)
    stops = [part for part in clerk.page.findChildren(QWidget) if part.isVisible() and part.isEnabled()]
    nameless = [
        part
        for part in stops
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_buttons_are_large_enough_to_hit(clerk):
    from PySide6.QtWidgets import QAbstractButton

    buttons = [b for b in clerk.page.findChildren(QAbstractButton) if b.isVisible()]
    assert len(buttons) > 15
    small = [b.accessibleName() for b in buttons if b.width() < 24 or b.height() < 24]
    assert [name for name in small if name] == []


def test_f6_goes_through_every_pane(clerk):
    clerk.window.resize(1700, 900)
    clerk.settle()
    clerk.stand_on(5)
    space = clerk.page.space
    parts = {"views": space.views, "list": space.list, "text": space.reading, "tags": space.tagging}
    visited = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        visited.append(next((name for name, part in parts.items() if part.isAncestorOf(focus)), "frame"))
        clerk.press("F6")
    assert visited == ["list", "text", "tags", "views", "frame", "frame"]


def test_pages_are_read_when_looked_at_and_let_go():
    asked = []

    def read(ids):
        asked.append(ids[0])
        return [missing(comment) for comment in ids]

    pages = RowPages(read)
    pages.replace(array("q", range(1, 100_001)))
    assert [pages.row(n).id for n in (0, 127, 99_999)] == [1, 128, 100_000]
    assert asked == [1, 99_969]
    for page in range(100):
        pages.row(page * PAGE)
    assert pages.row(0).id == 1
    assert asked.count(1) == 2
    assert pages.renew([1, 99_000]) == [0]
    assert asked.count(1) == 3
    pages.forget()
    pages.row(1)
    assert asked.count(1) == 4


def test_a_hundred_thousand_rows_read_only_what_is_seen(qtbot):
    reads = []

    def read(ids):
        reads.append(len(ids))
        return [missing(comment) for comment in ids]

    model = CommentModel(read)
    view = CommentView(model)
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    view.replace(array("q", range(1, 100_001)))
    view.viewport().repaint()
    view.scrollToBottom()
    view.viewport().repaint()
    assert sum(reads) <= 6 * PAGE
    view.selectAll()
    assert view.selected_count() == 100_000
    ids = array("q", range(50_000, 150_000))
    view.replace(ids)
    assert view.selected_count() == 50_001
    assert model.data(model.index(0, Column.FROM), 0x0B) == "Taken off the record"


def test_a_large_step_is_taken_back_in_the_background(clerk, monkeypatch):
    from frhearing.ui import session

    monkeypatch.setattr(session, "_AT_ONCE", 3)
    clerk.stand_on(14)
    before = {n: clerk.stance(n) for n in range(1, 15)}
    clerk.press("Ctrl+A", "n", "Ctrl+Z")
    assert clerk.session.moving
    clerk.press("o")
    assert "still being saved" in clerk.window.notices.words.text()
    clerk.settle()
    assert not clerk.session.moving
    assert {n: clerk.stance(n) for n in range(1, 15)} == before
    assert clerk.page.space.list.tagged.text() == "11 of 13 tagged"


def test_cards_or_columns_by_one_key_and_the_choice_stays(clerk):
    view = clerk.page.space.list.view
    assert not view.as_table
    clerk.press("Ctrl+Shift+L")
    assert view.as_table
    clerk.window.resize(1700, 900)
    clerk.window.resize(1366, 768)
    assert view.as_table
    clerk.press("Ctrl+Shift+L")
    assert not view.as_table


def test_the_filter_menu_leads_to_every_filter_with_its_count(clerk):
    from frhearing.ui.pages.comments.filter_menu import filter_menu

    listing, chosen = clerk.page.listing, []
    menu = filter_menu(
        clerk.window, listing.filter, listing.facets, listing.groups, listing.themes, chosen.append, lambda: None
    )
    sections = {part.title(): [entry.text() for entry in part.actions()] for part in menu.findChildren(type(menu))}
    assert "Oppose\t3" in sections["Position"]
    assert "Resident\t8" in sections["Group"]
    assert "No group\t2" in sections["Group"]
    assert "Privacy\t5" in sections["Theme"]
    assert sections["Form letter"] == ["Form A\t3"]
    for part in menu.findChildren(type(menu)):
        for entry in part.actions():
            entry.trigger()
    assert CommentFilter(campaign="Form A") in chosen
    for wanted in chosen:
        show(clerk, **{"stances": wanted.stances, "themes": wanted.themes, "timeliness": wanted.timeliness})


def test_the_sign_of_a_sorted_column_points_up_for_ascending(clerk):
    clerk.press("Ctrl+Shift+L")
    view = clerk.page.space.list.view
    tips = {}
    for descending in (False, True):
        view.show_sort(SortBy.NUMBER, descending)
        tips[descending] = tip_of_sign(view.horizontalHeader())
    assert tips == {False: "top", True: "bottom"}


def tip_of_sign(header):
    """Say at which end the sign in the first column comes to a point."""
    picture = header.grab().toImage()
    right = header.sectionSize(0)
    ground = picture.pixelColor(right - 2, header.height() // 2)
    rows = []
    for y in range(2, header.height() - 4):
        inked = [x for x in range(right - theme.px(24), right - 1) if picture.pixelColor(x, y) != ground]
        if inked:
            rows.append(max(inked) - min(inked))
    return "top" if rows[0] < rows[-1] else "bottom"


def test_home_and_end_go_to_the_first_and_the_last_comment_in_list_and_table(clerk):
    numbers = clerk.numbers()
    for _layout in range(2):
        clerk.press("End")
        assert clerk.shown == numbers[-1]
        clerk.press("Shift+Home")
        assert clerk.page.space.list.view.selected_count() == len(numbers)
        clerk.press("End")
        assert (clerk.shown, clerk.page.space.list.view.selected_count()) == (numbers[-1], 1)
        clerk.press("Home")
        assert clerk.shown == numbers[0]
        clerk.press("Ctrl+Shift+L")


def test_tab_comes_from_the_find_field_to_the_chips_before_the_list(clerk):
    show(clerk, stances=("oppose",))
    head = clerk.page.space.list.head
    clerk.qtbot.waitUntil(head.chips.widgets()[-1].isVisible)
    head.find_field.setFocus()
    seen = []
    while QApplication.focusWidget() is not clerk.page.space.list.view:
        clerk.press("Tab")
        seen.append(QApplication.focusWidget())
    assert seen == [head.filter, head.layout_button, *head.chips.widgets(), clerk.page.space.list.view]
