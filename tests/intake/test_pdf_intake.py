"""PDF: the text as it stands there, fields and notes beside it, scans named; nothing in it goes unsaid."""

import io
from pathlib import Path

import pikepdf
import pytest
from made_documents import PDF_MARKERS, pdf_file, planted_pdf, with_password
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest


def read(data: bytes, spool: Path | None = None, file: str = "letter.pdf") -> Reading:
    return read_source(Source(file, data, spool=spool))


def cells(reading: Reading) -> dict[str, str]:
    assert reading.refusal == ""
    assert reading.kind is SourceKind.DOCUMENT
    (row,) = reading.table.rows
    return dict(zip(reading.table.header, row.cells, strict=True))


def test_every_planted_word_is_found_or_named(tmp_path: Path) -> None:
    reading = read(planted_pdf(), tmp_path)
    said = cells(reading)
    everything = "\n".join((*said.values(), *reading.not_read, *reading.notes, *(part.name for part in reading.parts)))
    assert [marker for marker in PDF_MARKERS if marker not in everything] == []
    assert said["Text"].startswith("Dear mbody,\nminvisible\nmtyped\n\nand msecond\nmlayer\n")
    assert said["Text"].endswith("Address: mfield\nmticked: Yes")
    assert said["Notes in the margin"].split("\n\n") == [
        "File properties, subject: mproperty",
        "Page 1 (note, Lee): mnote",
        "Page 1 (highlight, Lee): mhighlight",
        "Page 1 (stamp, Lee): mstamp",
    ]
    assert (said["Author (file properties)"], said["Links"]) == ("Jane Roe", "https://example.org/mlink")
    assert said["Attachments"] == "letter.pdf; mpinned.txt; mfile.txt"  # the third page is to be typed in from the file
    assert [(part.name, part.path.read_bytes()) for part in reading.parts[1:]] == [
        ("mpinned.txt", b"mpinned"),
        ("mfile.txt", b"in the file"),
    ]
    assert any(left.startswith("page 3: a scan") for left in reading.not_read)
    assert any("layers that a viewer can hide (“Draft”)" in note for note in reading.notes)


def test_a_scan_is_a_row_to_type_in_with_the_file_beside_it(tmp_path: Path) -> None:
    data = pdf_file("", "", "")
    reading = read(data, tmp_path)
    said = cells(reading)
    assert (said["Text"], said["Attachments"]) == ("", "letter.pdf")
    assert reading.parts[0].path.read_bytes() == data
    assert reading.not_read == ("pages 1 to 3: a scan, that is a picture without text; type in what it says",)
    assert "type its words in" in reading.notes[0]
    assert suggest(reading.table).mapping.columns["text"] == ("Text",)
    assert cells(read(data, file="Mail › in.zip › 2026/scan.pdf"))["Attachments"] == "scan.pdf"
    mixed = read(pdf_file("I oppose.", ""))
    assert (cells(mixed)["Text"], cells(mixed)["Attachments"]) == ("I oppose.", "letter.pdf")
    assert mixed.not_read[0].startswith("page 2: a scan")


def test_lines_and_paragraphs_stand_as_on_the_page() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    heights = (760, 746, 732, 704, 690, 676)
    lines = ("I oppose the plan", "because it is too", "costly.", "Build the library", "first of all", "please.")
    for height, line in zip(heights, lines, strict=True):
        canvas.drawString(72, height, line)
    canvas.save()
    assert cells(read(out.getvalue()))["Text"] == (
        "I oppose the plan\nbecause it is too\ncostly.\n\nBuild the library\nfirst of all\nplease."
    )


def filled(fields: dict[str, str]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 760, "Comment form")
    for at, (name, value) in enumerate(fields.items()):
        canvas.acroForm.textfield(name=name, value=value, x=72, y=700 - 30 * at, width=300, height=20, maxlen=2000)
    canvas.save()
    return out.getvalue()


def test_a_filled_form_gives_its_fields_as_columns() -> None:
    comment = "I oppose the plan, as it takes the trees of our street and gives us nothing back."
    reading = read(filled({"form.Name": "Jane Roe", "form.Comments": comment, "form.Title": "Dr", "form.Empty": ""}))
    said = cells(reading)
    assert (said["Name"], said["Comments"], said["Title"]) == ("Jane Roe", comment, "Dr")
    assert said["Printed on the form"] == "Comment form"
    assert "Empty" not in said
    mapping = suggest(reading.table).mapping
    assert (mapping.columns["text"], mapping.columns["name"]) == (("Comments",), ("Name",))
    for named in ("Text", "text", "Message"):
        other = read(filled({named: comment, "Links": "none", "Printed on the form": "x"}))
        assert cells(other)["Links (field)"] == "none"
        assert suggest(other.table).mapping.columns["text"] == (named,)


def test_ticks_and_choices_of_a_form_are_read() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 760, "Comment form")
    form = canvas.acroForm
    form.radio(name="Position", value="support", x=72, y=700)
    form.radio(name="Position", value="oppose", selected=True, x=72, y=680)
    form.choice(name="District", value="D2", options=[("D1", "1"), ("D2", "2")], x=72, y=640, width=90, height=20)
    form.listbox(name="Topics", value="B", options=["A", "B", "C"], x=72, y=560, width=90, height=60)
    form.checkbox(name="c1", checked=True, x=72, y=440, tooltip="I want to speak")
    form.checkbox(name="c2", checked=False, x=72, y=420, tooltip="I do not")
    form.textfield(name="Comment", value="I oppose the plan.\nStop it.", x=72, y=500, width=300, height=40)
    canvas.save()
    made = pikepdf.open(io.BytesIO(out.getvalue()))
    (topics,) = (field for field in made.Root.AcroForm.Fields if field.get("/T") == "Topics")
    topics.V = Array([String("A"), String("C")])
    again = io.BytesIO()
    made.save(again)
    said = cells(read(again.getvalue()))
    assert (said["Position"], said["District"], said["Topics"]) == ("oppose", "2", "A; C")
    assert said["I want to speak"] == "Yes"
    assert "I do not" not in said
    mapping = suggest(read(again.getvalue()).table).mapping
    assert (mapping.columns["text"], mapping.columns["stance"]) == (("Comment",), ("Position",))


def test_xfa_forms_give_their_values_or_are_named() -> None:
    def with_xfa(packet: bytes) -> bytes:
        made = pikepdf.open(io.BytesIO(filled({"x": ""})))
        made.Root.AcroForm.XFA = Array([String("datasets"), made.make_stream(packet)])
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()

    assert "Wish: no plan" in cells(read(with_xfa(b"<d><form><Wish>no plan</Wish><b/></form></d>")))["Text"]
    bomb = read(with_xfa(b"<!DOCTYPE d [<!ENTITY a 'x'>]><d>&a;</d>"))
    assert any("XFA" in left for left in bomb.not_read)


def test_passwords_and_damage_are_said_in_words() -> None:
    plain = pdf_file("I oppose.")
    assert cells(read(with_password(plain, owner="secret", user="")))["Text"] == "I oppose."
    locked = read(with_password(plain, owner="secret", user="secret"))
    assert "opens only with a password" in locked.refusal
    assert "damaged PDF" in read(b"%PDF-1.7\n" + bytes(range(1, 200))).refusal
    assert "damaged PDF" in read(b"not what it seems", file="a.pdf").refusal


def test_a_file_that_lies_about_its_pages_ends() -> None:
    made = pikepdf.open(io.BytesIO(pdf_file("one", "two")))
    made.Root.Pages.Count = 2_000_000_000
    out = io.BytesIO()
    made.save(out)
    reading = read(out.getvalue())
    assert reading.refusal or "one\n\ntwo" in cells(reading)["Text"]


def test_marks_without_words_are_named() -> None:
    made = pikepdf.open(io.BytesIO(pdf_file("one")))
    box = Array([1, 2, 3, 4])
    made.pages[0].Annots = Array(
        [
            made.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=box))
            for kind in ("Ink", "Redact")
        ]
    )
    out = io.BytesIO()
    made.save(out)
    assert read(out.getvalue()).not_read == (
        "a drawing or signature by hand on page 1",
        "a passage marked for blacking out and still there on page 1",
    )


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("torture-pdf/libreoffice-form.pdf", "First Name: Alice"),
        ("torture-pdf/multicolumn.pdf", "adip-\niscing elit."),
        ("torture-pdf/grayscale-image.pdf", ""),
        ("individual-council-letters/mountain-view--staff-report.pdf", "PURPOSE OF MEETING"),
        ("huntsville-council/2026-06-11-city-council-meeting--agenda.pdf", "REGULAR MEETING OF THE CITY COUNCIL"),
    ],
)
def test_real_files_are_read(shared_data: Path, file: str, found: str) -> None:
    path = shared_data / file
    text = cells(read(path.read_bytes(), file=path.name))["Text"]
    assert found in text
    assert bool(text) == bool(found)


def test_every_real_file_gives_a_row_or_a_sentence(shared_data: Path) -> None:
    paths = sorted(shared_data.rglob("*.pdf"))
    readings = [read(path.read_bytes(), file=path.name) for path in paths]
    assert len(readings) == 21
    assert {one.file for one in readings if one.refusal} == {
        "libreoffice-writer-password.pdf",
        "unreadablemetadata.pdf",
    }
    assert all(len(one.tables) == 1 for one in readings if not one.refusal)
