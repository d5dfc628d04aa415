"""The Report page: contents and options that last, the real PDF, search, outline, save, print, its states."""

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMainWindow
from small_hearing import open_small

from frhearing.desk import coding, summaries, testimony
from frhearing.model.errors import DiskFault
from frhearing.model.filter import NOT_TAGGED, CommentFilter
from frhearing.model.position import Stance
from frhearing.ui import theme
from frhearing.ui.actions import Commands
from frhearing.ui.pages.report import ReportPage
from frhearing.ui.pages.report.outputs import file_name
from frhearing.ui.pages.report.sections import Section, SectionsModel
from frhearing.ui.report_parts import put_in_report
from frhearing.ui.session import Session


def show(qtbot, qapp, desk, hearing):
    theme.install(qapp, "light", 1.0)
    window = QMainWindow()
    qtbot.addWidget(window)
    session = Session(desk, window)
    session.open_hearing(hearing)
    page = ReportPage(session, Commands(window))
    window.setCentralWidget(page)
    window.resize(1286, 690)
    page.show_hearing(session)
    page.reflow(1366)
    window.show()
    qtbot.waitUntil(lambda: page.built is not None and not session.background.busy)
    return page


@pytest.fixture
def page(qtbot, qapp, tmp_path):
    desk, hearing = open_small(tmp_path)
    made = show(qtbot, qapp, desk, hearing)
    yield made
    made.builder.cancel()
    made.session.background.wait()
    desk.close()


def rebuilt(qtbot, page, act):
    """Do something and wait until the summary for it is on screen."""
    before = page.built
    act()
    qtbot.waitUntil(lambda: page.built is not before and not page.builder.busy)


def words_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)


def switch(page, code):
    row = [s.code for s in page.contents.model.sections].index(code)
    page.contents.sections.setCurrentIndex(page.contents.model.index(row))
    return row


def test_preview_is_the_pdf_that_the_desk_makes(page):
    shown = page.built.summary
    again = summaries.make_summary(page.session.desk, page.session.hearing_id)
    assert shown.pdf == again.pdf
    assert page.preview.pages == shown.pages
    assert page.tools.of.text() == f"of {shown.pages}"
    assert page.preview.accessibleDescription().startswith(f"Page 1 of {shown.pages}.")


def test_space_leaves_a_section_out_and_that_lasts(page, qtbot):
    switch(page, "appendix")
    rebuilt(qtbot, page, lambda: qtbot.keyClick(page.contents.sections, Qt.Key.Key_Space))
    assert "appendix" not in page.built.summary.section_pages
    kept = summaries.load_options(page.session.desk, page.session.hearing_id)
    assert not next(s.on for s in kept.sections if s.key == "appendix")
    rebuilt(qtbot, page, page.session.undo)
    assert "appendix" in page.built.summary.section_pages
    assert next(s.on for s in page.contents.model.sections if s.code == "appendix")


def test_alt_arrow_moves_a_section_and_the_pdf_follows(page, qtbot):
    page.commands.enter("report")
    for name, act in page.handlers().items():
        page.commands.bind(name, act)
    before = [s.code for s in page.contents.model.sections]
    row = switch(page, "themes")
    page.window().activateWindow()
    page.contents.sections.setFocus()
    rebuilt(
        qtbot,
        page,
        lambda: qtbot.keyClick(page.contents.sections, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
    )
    after = [s.code for s in page.contents.model.sections]
    assert after[row - 1 : row + 1] == [before[row], before[row - 1]]
    pages = page.built.summary.section_pages
    assert pages["themes"] <= pages[before[row - 1]]
    assert page.contents.sections.currentIndex().row() == row - 1


def test_dragging_moves_a_section_once_and_loses_none(qtbot):
    model = SectionsModel()
    model.show_sections([Section(code, code.upper(), True) for code in "abcde"])
    carried = model.mimeData([model.index(3)])
    assert model.dropMimeData(carried, Qt.DropAction.MoveAction, 1, 0, QModelIndex()) is False
    assert "".join(s.code for s in model.sections) == "adbce"
    model.dropMimeData(model.mimeData([model.index(0)]), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert "".join(s.code for s in model.sections) == "dbcea"
    assert model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, QModelIndex()) is False


def test_paper_names_and_size_are_taken_over(page, qtbot):
    rebuilt(qtbot, page, lambda: page.contents.paper.setCurrentIndex(2))
    with pypdfium2.PdfDocument(page.built.summary.pdf) as document:
        assert round(document[0].get_width()) == 595
    assert "Ana Bell" in words_of(page.built.summary.pdf)
    rebuilt(qtbot, page, lambda: page.contents.names.setCurrentIndex(1))
    large = page.built.summary.pages
    rebuilt(qtbot, page, lambda: page.contents.text_size.setCurrentIndex(1))
    assert page.built.summary.pages >= large
    kept = summaries.load_options(page.session.desk, page.session.hearing_id)
    assert (kept.paper, kept.names, kept.large) == ("a4", "initials", True)


def test_a_tag_made_elsewhere_is_in_the_preview(page, qtbot):
    desk, hearing = page.session.desk, page.session.hearing_id
    untagged = list(testimony.list_ids(desk, hearing, CommentFilter(stances=(NOT_TAGGED,))))

    def warnings():
        return [check.text for check in page.built.checks if not check.ok]

    assert "2 comments are not tagged" in warnings()
    rebuilt(qtbot, page, lambda: page.session.write(lambda: coding.set_stance(desk, untagged, 1, Stance.SUPPORT)))
    assert not any("tagged" in words for words in warnings())
    assert page.side.tabs.tabText(0) == "Before you print (1)"


def test_checks_lead_to_where_they_can_be_put_right(page):
    asked = []
    page.session.comments_asked.connect(asked.append)
    assert page.side.jumps[0].text() == "Tag them now"
    page.side.jumps[0].click()
    assert asked[0].stances == (NOT_TAGGED,)


def test_search_counts_and_walks_through_what_it_finds(page, qtbot):
    count = words_of(page.built.summary.pdf).count("Ana Bell")
    page.tools.search.setText("Ana Bell")
    qtbot.waitUntil(lambda: page.tools.hits.text() == f"1 of {count}")
    qtbot.keyClick(page.tools.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.tools.hits.text() == f"2 of {count}")
    page.tools.search.setText("zzyzx")
    qtbot.waitUntil(lambda: page.tools.hits.text() == "not found")


def test_outline_beside_the_pictures_can_be_read_and_leads_to_pages(page, qtbot):
    model = page.preview.bookmarks
    titles = [model.index(row, 0).data() for row in range(model.rowCount(QModelIndex()))]
    assert "Counts" in titles
    page.side.outline.clicked.emit(model.index(titles.index("Counts"), 0))
    assert page.preview.page == page.built.summary.section_pages["counts"]
    assert page.tools.page.text() == str(page.preview.page)
    page.tools.page.setText("1")
    qtbot.keyClick(page.tools.page, Qt.Key.Key_Return)
    assert page.preview.page == 1


def test_zoom_steps_and_fits(page):
    page.tools.zoomed.emit(1)
    first = page.preview.zoomFactor()
    page.tools.zoomed.emit(1)
    assert page.preview.zoomFactor() > first
    page.tools.zoomed.emit(0)
    assert page.preview.zoomMode() is page.preview.ZoomMode.FitToWidth


def test_saved_pdf_is_the_one_that_is_seen(page, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), "PDF (*.pdf)"))
    notices = []
    page.session.noticed.connect(notices.append)
    page.save()
    qtbot.waitUntil(lambda: bool(notices))
    assert (tmp_path / "out.pdf").read_bytes() == page.built.summary.pdf
    assert notices[0].level == "ok"
    assert notices[0].words.startswith("Saved: out.pdf")


def test_a_place_that_cannot_be_written_is_told_in_words(page, qtbot, tmp_path):
    notices = []
    page.session.noticed.connect(notices.append)
    page.outputs.save_to(tmp_path / "no such folder" / "a.pdf", page.contents.options)
    qtbot.waitUntil(lambda: bool(notices))
    assert "The record is untouched" in notices[0].words


def test_printing_puts_every_page_on_paper(page, qtbot, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    notices = []
    page.session.noticed.connect(notices.append)
    page.outputs.print_on(printer, page.built.summary.pdf)
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert notices[0].words == f"Sent to the printer: {page.built.summary.pages} pages."
    with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as paper:
        assert len(paper) == page.built.summary.pages
        image = paper[0].render(scale=0.3).to_pil().convert("L")
    assert image.getextrema()[0] < 100


def test_put_in_report_switches_the_section_of_a_chart_on(page, qtbot):
    session = page.session
    off = summaries.with_section(summaries.load_options(session.desk, session.hearing_id), "groups", False)
    rebuilt(qtbot, page, lambda: session.write(lambda: summaries.save_options(session.desk, session.hearing_id, off)))
    assert "groups" not in page.built.summary.section_pages
    rebuilt(qtbot, page, lambda: put_in_report(session, "groups"))
    assert "groups" in page.built.summary.section_pages
    notices = []
    session.noticed.connect(notices.append)
    put_in_report(session, "groups")
    assert "already" in notices[0].words


def test_what_takes_the_focus_has_a_name_and_buttons_are_large_enough(page):
    for widget in (*page.panes(), *page.findChildren(QAbstractButton)):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
            if isinstance(widget, QAbstractButton):
                assert min(widget.width(), widget.height()) >= 24, widget.accessibleName()


def test_one_pane_at_a_time_where_the_window_is_narrow(page):
    page.reflow(683)
    assert [pane.isVisible() for pane in (page.contents, page.preview, page.side)] == [False, True, False]
    page.parts.choose("contents")
    assert [pane.isVisible() for pane in (page.contents, page.preview, page.side)] == [True, False, False]
    page.reflow(1366)
    assert all(pane.isVisible() for pane in (page.contents, page.preview, page.side))


def test_an_empty_hearing_says_what_to_do_and_can_be_seen_anyway(qtbot, qapp, tmp_path):
    desk, hearing = open_small(tmp_path, voices=False)
    page = show(qtbot, qapp, desk, hearing)
    assert page.empty.isVisible()
    asked = []
    page.session.asked.connect(lambda name, _comment: asked.append(name))
    page.primary()
    assert asked == ["comments"]
    page.anyway.click()
    assert page.preview.isVisible()
    page.session.background.wait()
    desk.close()


def test_a_fault_is_told_in_words_and_can_be_tried_again(page, qtbot, monkeypatch):
    made = summaries.make_summary

    def broken(*_arguments, **_named):
        raise DiskFault("The disk does not answer.")

    monkeypatch.setattr(summaries, "make_summary", broken)
    page.contents.edited.emit(page.contents.options)
    qtbot.waitUntil(page.fault.isVisible)
    assert page.fault.words.text().endswith("The record is as it was. The disk does not answer.")
    monkeypatch.setattr(summaries, "make_summary", made)
    rebuilt(qtbot, page, page.fault.acted.emit)
    assert page.fault.isHidden()


def test_file_name_suits_every_system(page):
    assert file_name(page.session.hearing) == "2026-02-20 The pause – summary.pdf"
