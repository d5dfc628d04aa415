"""The Report page: titles of one's own, the summary in Spanish, minutes, tally sheet and web page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit
from small_hearing import open_small
from test_report_page import rebuilt, show, switch, words_of

from frhearing.desk import products, summaries


@pytest.fixture
def page(qtbot, qapp, tmp_path):
    desk, hearing = open_small(tmp_path)
    made = show(qtbot, qapp, desk, hearing)
    made.window().activateWindow()
    yield made
    made.builder.cancel()
    made.session.background.wait()
    desk.close()


def kept(page):
    return summaries.load_options(page.session.desk, page.session.hearing_id)


def title_field(qtbot, page):
    """The field in which F2 lets the clerk write a title."""
    view = page.contents.sections
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = view.findChild(QLineEdit)
    assert field is not None
    return field


def test_f2_gives_a_section_a_title_of_its_own_and_none_takes_it_back(page, qtbot):
    row = switch(page, "counts")
    field = title_field(qtbot, page)
    assert field.accessibleName() == "Title of the section Counts"
    field.setText("What was counted")
    rebuilt(qtbot, page, lambda: qtbot.keyClick(field, Qt.Key.Key_Return))
    assert next(s.title for s in kept(page).sections if s.key == "counts") == "What was counted"
    assert "What was counted" in words_of(page.built.summary.pdf)
    qtbot.waitUntil(lambda: page.contents.sections.findChild(QLineEdit) is None)
    field = title_field(qtbot, page)
    field.setText("  ")
    rebuilt(qtbot, page, lambda: qtbot.keyClick(field, Qt.Key.Key_Return))
    assert next(s.title for s in kept(page).sections if s.key == "counts") == ""
    assert page.contents.model.sections[row].title == "Counts"


def test_the_summary_turns_spanish_and_keeps_the_clerks_own_titles(page, qtbot):
    switch(page, "counts")
    field = title_field(qtbot, page)
    field.setText("Nuestro recuento")
    rebuilt(qtbot, page, lambda: qtbot.keyClick(field, Qt.Key.Key_Return))
    rebuilt(qtbot, page, lambda: page.contents.language.setCurrentIndex(1))
    titles = {s.code: s.title for s in page.contents.model.sections}
    assert (titles["hearing"], titles["counts"]) == ("La audiencia", "Nuestro recuento")
    assert [(s.key, s.title) for s in kept(page).sections if s.title] == [("counts", "Nuestro recuento")]
    assert kept(page).language == "es"
    assert "Comparecencias" in words_of(page.built.summary.pdf)


def test_the_minutes_are_copied(page, qtbot):
    QGuiApplication.clipboard().clear()
    page.side.products.minutes.setFocus()
    qtbot.keyClick(page.side.products.minutes, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    text = QGuiApplication.clipboard().text()
    assert text == products.minutes_text(page.session.desk, page.session.hearing_id)
    assert text.startswith("The public hearing on ")


@pytest.mark.parametrize(
    ("button", "ending", "begin"), [("tally", "pdf", b"%PDF"), ("web", "html", b"<!DOCTYPE html>")]
)
def test_tally_sheet_and_web_page_are_saved(page, qtbot, tmp_path, monkeypatch, button, ending, begin):
    asked = []

    def answer(_window, title, proposed, kinds):
        asked.append((title, proposed, kinds))
        return str(tmp_path / "out"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    notices = []
    page.session.noticed.connect(notices.append)
    pressed = getattr(page.side.products, button)
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(notices))
    assert (tmp_path / f"out.{ending}").read_bytes().startswith(begin)
    assert asked[0][1].endswith(f".{ending}")
    assert notices[0].level == "ok"


def test_a_place_that_cannot_be_written_is_told_in_words(page, qtbot, tmp_path):
    notices = []
    page.session.noticed.connect(notices.append)
    where = tmp_path / "no such folder" / "a.html"
    page.others.save_to(where, products.Product.FULL, products.Format.HTML, page.contents.options)
    qtbot.waitUntil(lambda: bool(notices))
    assert "The record is untouched" in notices[0].words
