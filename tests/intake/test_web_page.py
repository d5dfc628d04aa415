"""Saved web pages: the table of comments on them, comments in boxes, a letter, or a sentence."""

from pathlib import Path

import pytest

from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest

COMMENT = "Keep the park open after dark, for the children who play there."
HEAD = "<tr><th>Name</th><th>Date</th><th>Comment</th></tr>"


def read(page: str | bytes, file: str = "a.html", encoding: str = "") -> Reading:
    return read_source(Source(file, page if isinstance(page, bytes) else page.encode(), encoding))


def cells(reading: Reading) -> list[list[str]]:
    assert (reading.refusal, reading.question) == ("", None)
    return [list(row.cells) for row in reading.table.rows]


def row(*texts: str) -> str:
    return "<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>"


def page(*rows: str, around: str = "", head: str = HEAD) -> str:
    table = f"<table>{head}{''.join(rows)}</table>"
    return f"<!DOCTYPE html><html><head><title>t</title></head><body>{around}{table}</body></html>"


def test_a_table_of_comments_among_menus_and_forms() -> None:
    menu = "<nav><ul><li><a href='/'>Home</a></li></ul></nav><script>var a = '<table>';</script>"
    form = "<table><tr><td>Sort by:</td><td><select><option>Name</option></select></td></tr></table>"
    reading = read(page(row("Jane Roe", "2/26/2026", COMMENT), row("John Poe", "2/27/2026", "No."), around=menu + form))
    assert cells(reading) == [["Jane Roe", "2/26/2026", COMMENT], ["John Poe", "2/27/2026", "No."]]
    assert reading.table.place == "table 2 of the page"
    assert suggest(reading.table).mapping.columns == {"name": ("Name",), "received": ("Date",), "text": ("Comment",)}


def test_what_a_reader_of_the_page_sees_in_a_cell() -> None:
    text = (
        "<p>First&nbsp;line<br>second &amp; <b>last</b></p><script>x()</script><span style='display:none'>secret</span>"
    )
    reading = read(page(row("&nbsp;Jane\n   Roe&nbsp;", "&#50;/26/26&nbsp;&nbsp;2:22 pm", text)))
    assert cells(reading) == [["Jane Roe", "2/26/26\xa0\xa02:22 pm", "First\xa0line\nsecond & last"]]
    assert "“a.html”: hidden text (“secret”)" in reading.not_read


def test_cells_over_several_rows_and_columns_stand_in_the_first_of_them() -> None:
    spanned = f"<tr><td rowspan=2>Jane Roe</td><td>2/26/26</td><td>{COMMENT}</td></tr>" + row("2/27/26", "More of it.")
    wide = f"<tr><td colspan='2'>John Poe</td><td>{COMMENT}</td></tr>"
    reading = read(page(spanned, wide))
    assert cells(reading) == [
        ["Jane Roe", "2/26/26", COMMENT],
        ["", "2/27/26", "More of it."],
        ["John Poe", "", COMMENT],
    ]
    assert any("reach over several rows" in note for note in reading.notes)


def test_a_table_inside_a_comment_belongs_to_it_and_links_to_other_pages_do_not() -> None:
    inner = "See:<table><tr><td>Cars</td><td>12</td></tr></table>"
    pager = "<tr><td colspan=3><table><tr><td><a href='?p=2'>next page</a></td></tr></table></td></tr>"
    reading = read(page(row("Jane Roe", "2/26/26", inner), pager))
    assert len(cells(reading)) == 1
    assert cells(reading)[0][2].split() == ["See:", "Cars", "12"]
    assert "“a.html”: a link to other pages (“next page”)" in reading.not_read


def test_a_layout_table_around_the_table_of_comments_is_not_it() -> None:
    inside = page(row("Jane Roe", "2/26/26", COMMENT), row("John Poe", "2/27/26", "No."))
    reading = read(f"<table><tr><td>Menu</td><td>{inside}</td></tr></table>")
    assert [found[0] for found in cells(reading)] == ["Jane Roe", "John Poe"]


def test_a_table_without_marked_names_of_columns() -> None:
    reading = read(page(row("Name", "Date", "Comment"), row("Jane Roe", "2/26/26", COMMENT), head=""))
    assert (reading.table.header, len(reading.table.rows)) == (("Name", "Date", "Comment"), 1)


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "ISO-8859-15"])
def test_the_letters_that_a_page_declares(declared: str) -> None:
    written = page(row("Ana López", "2/26/26", "“Sí” – " + COMMENT)).replace(
        "<head>", f'<head><meta charset="{declared}">'
    )
    wanted = "cp1252" if declared != "ISO-8859-15" else "iso8859-15"
    data = written.replace("“Sí” – ", "Sí ").encode("iso8859-15") if "15" in declared else written.encode("cp1252")
    reading = read(data)
    assert (reading.encoding, cells(reading)[0][0]) == (wanted, "Ana López")
    assert declared in reading.notes[0]


def test_utf8_stays_utf8_whatever_the_page_declares_and_what_declares_nothing_is_asked() -> None:
    written = page(row("Ana López", "2/26/26", COMMENT))
    assert cells(read(written.replace("<head>", '<head><meta charset="latin1">')))[0][0] == "Ana López"
    assert read(written.encode("cp1252")).question is not None
    assert cells(read(written.encode("cp1252"), encoding="cp1252"))[0][0] == "Ana López"


def test_people_without_texts_get_a_column_to_type_them_into() -> None:
    head = "<tr><th>Commenter</th><th>Date</th><th>Text</th></tr>"
    view = "<input type='submit' value='View'>"
    reading = read(page(row("Jane Roe", "2/26/26", view), row("John Poe", "2/27/26", view), head=head))
    assert cells(reading) == [["Jane Roe", "2/26/26", ""], ["John Poe", "2/27/26", ""]]
    assert suggest(reading.table).mapping.columns == {"name": ("Commenter",), "received": ("Date",), "text": ("Text",)}


def test_comments_in_boxes_of_their_own() -> None:
    box = (
        "<div class='box'><div>2/26/26 2:22 pm</div><div><strong>Commenter:</strong> {0}</div><b>Park hours</b>"
        "<div class='divComment'><!DOCTYPE html><html><body><p>{1}</p><p>Thank you.</p></body></html></div>"
        "<div>CommentID: <a href='?id={2}'>{2}</a></div></div>"
    )
    boxes = box.format("Jane Roe", COMMENT, 4711) + box.format("John Poe", "No, not at all, never, please.", 4712)
    reading = read(f"<html><body><form action='x'><input></form><nav><a href='/'>Home</a></nav>{boxes}</body></html>")
    assert reading.kind is SourceKind.PASTED
    assert cells(reading) == [
        ["Jane Roe", "2/26/26 2:22 pm", "4711", "Park hours", f"{COMMENT}\n\nThank you."],
        ["John Poe", "2/26/26 2:22 pm", "4712", "Park hours", "No, not at all, never, please.\n\nThank you."],
    ]
    assert set(suggest(reading.table).mapping.columns) >= {"name", "received", "external_id", "text"}


def test_a_table_whose_columns_are_not_known_is_still_no_letter() -> None:
    rows = [row("1", "Roe", "for"), row("2", "Poe", "against"), row("3", "Doe", "for")]
    reading = read(page(*rows, head="").replace("</html>", ""))
    assert cells(reading) == [["1", "Roe", "for"], ["2", "Poe", "against"], ["3", "Doe", "for"]]
    assert reading.kind is SourceKind.TABLE
    assert any("breaks off before the end" in note for note in reading.notes)


def test_a_letter_written_as_a_page_is_one_comment() -> None:
    reading = read(f"<html><body><p>Dear council,</p><p>{COMMENT}</p><!-- draft 2 --></body></html>")
    assert cells(reading) == [[f"Dear council,\n\n{COMMENT}"]]
    assert "read as one letter" in reading.notes[0]
    assert reading.not_read == ("“a.html”: a comment in the HTML (“draft 2”)",)


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html><body><form><input value='Search'></form><p>Search our site for anything you like.</p></body></html>",
        "<html><body>" + "<a href='/x'>Agendas and minutes</a> " * 20 + "</body></html>",
        "<html><body><script>everything()</script></body></html>",
        "<div>" * 20_000 + "a",
    ],
)
def test_a_page_without_comments_is_refused_in_words(markup: str) -> None:
    reading = read(markup)
    assert reading.tables == () or reading.notes
    assert reading.tables or "nothing was imported" in reading.refusal


def test_real_pages(shared_data: Path) -> None:
    folder = shared_data / "state-federal-portals"
    found = {path.name: read(path.read_bytes(), path.name) for path in sorted(folder.glob("*.html"))}
    assert {name: len(reading.table.rows) for name, reading in found.items()} == {
        "comment_237585.html": 1, "comment_view.html": 10, "comments_list.html": 10, "comments_stage_10600.html": 5,
    }  # fmt: skip
    for reading in found.values():
        assert {"name", "text", "received"} <= set(suggest(reading.table).mapping.columns)
    assert any("a text field outside the table" in part for part in found["comment_view.html"].not_read)
    video = shared_data / "seattle-cdp" / "example_seattle_channel_single_event.html"
    assert "no table of comments can be made out" in read(video.read_bytes(), video.name).refusal
