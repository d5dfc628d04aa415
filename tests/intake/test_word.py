"""Word: text, tables, lists and notes read, what stands beside them kept, everything else named."""

import io
import zipfile
from pathlib import Path

import pytest
from made_documents import WORD_MARKERS, paragraph, picture, planted_word, run, table, text_box, word_file

from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.reader import read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest


def read(data: bytes, file: str = "letter.docx", spool: Path | None = None) -> Reading:
    return read_source(Source(file, data, spool=spool))


def cells(reading: Reading) -> dict[str, str]:
    assert reading.refusal == ""
    assert reading.kind is SourceKind.DOCUMENT
    (row,) = reading.table.rows
    return dict(zip(reading.table.header, row.cells, strict=True))


def text(body: str, parts: dict[str, tuple[str, str]] | None = None) -> str:
    return cells(read(word_file(body, parts)))["Text"]


@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
def test_every_planted_word_is_found_or_named(strict: bool) -> None:
    reading = read(planted_word(strict=strict))
    said = cells(reading)
    everything = "\n".join((*said.values(), *reading.not_read, *reading.notes))
    assert [marker for marker in WORD_MARKERS if marker not in everything] == []
    assert said["Text"] == (
        "Dear mbody,\nmcell\ttwo\nmnested\na note[1] and[2]\nminserted\nmbox\nmcontrol\nmfield\n"
        "\n[1] mfootnote\n[2] mendnote"
    )
    assert said["Header and footer"] == "mheader\n\nmfooter"
    assert said["Notes in the margin"] == "Comment, Lee: mcomment\n\nFile properties, subject: mproperty"
    assert (said["Author (file properties)"], said["Created (file properties)"]) == ("Jane Roe", "2026-04-01 10:00:00")
    assert reading.not_read == (
        "1 passage struck out with tracked changes (8 letters)",
        "hidden text (7 letters)",
        "a picture (described as “malttext”)",
    )
    assert "mdeleted" not in everything
    assert suggest(reading.table).mapping.columns["text"] == ("Text",)
    assert "name" not in suggest(reading.table).mapping.columns  # who made the file is not who sent it


def test_tables_are_lines_and_layout_tables_read_on() -> None:
    rows = table(
        (paragraph(run("a")), paragraph(run("b")), paragraph()),
        (paragraph(), paragraph(run("d")), paragraph(run("e"))),
        (paragraph(run("Council")), paragraph(run("Dear all,")) + paragraph(run("no."))),
    )
    assert text(paragraph(run("before")) + rows + paragraph(run("after"))) == (
        "before\na\tb\n\td\te\nCouncil\nDear all,\nno.\nafter"
    )


def test_a_table_that_lists_comments_may_be_chosen_instead() -> None:
    def row(*said: str) -> tuple[str, ...]:
        return tuple(paragraph(run(one)) for one in said)

    rows = table(
        row("Name", "Comment"),
        row("Jane Roe", "I oppose."),
        (*row("Pat"), paragraph(run("Yes,")) + paragraph(run("do."))),
    )
    reading = read(word_file(paragraph(run("All we got:")) + table(row("a", "b")) + rows))
    assert reading.chosen == 0
    assert reading.table.column("Text") == ["All we got:\na\tb\nName\tComment\nJane Roe\tI oppose.\nPat\nYes,\ndo."]
    listed = reading.with_table(1).table
    assert (listed.header, listed.place) == (("Name", "Comment"), "table 2")
    assert [list(one.cells) for one in listed.rows] == [["Jane Roe", "I oppose."], ["Pat", "Yes,\ndo."]]
    assert "choose it" in reading.notes[0]


def test_lists_keep_the_labels_that_word_sets_before_them() -> None:
    def item(words: str, number: int, level: int = 0) -> str:
        return paragraph(run(words), facts=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    def level(at: int, form: str, written: str) -> str:
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{written}"/></w:lvl>'
        )

    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}'
        f"{level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum>"
        f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "%1")}</w:abstractNum>'
        + "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(3))
    )
    body = item("one", 1) + item("deep", 1, 1) + item("deeper", 1, 1) + item("two", 1) + item("again", 1, 1)
    body += item("dot", 2) + "".join(item("r", 3) for _ in range(4)) + item("none", 9)
    assert text(body, {"numbering": ("numbering", numbering)}).splitlines() == [
        "1. one", "1.a) deep", "1.b) deeper", "2. two", "2.a) again", "• dot", "I r", "II r", "III r", "IV r", "none",
    ]  # fmt: skip


def test_line_breaks_tabs_symbols_and_old_form_fields_are_text() -> None:
    pieces = (
        run("a"), "<w:r><w:br/></w:r>", run("b"), "<w:r><w:tab/></w:r>", run("c"),
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "<w:r><w:noBreakHyphen/></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
        '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )  # fmt: skip
    assert text(paragraph(*pieces)) == "a\nb\tc✓‑☒"


def test_links_keep_their_words_and_their_addresses() -> None:
    begun, parted, ended = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = '<w:r><w:instrText> HYPERLINK "https://b.example" </w:instrText></w:r>'
    field = begun + code + parted + run("there") + ended
    body = paragraph(run("see "), '<w:hyperlink r:id="rId1">' + run("here") + "</w:hyperlink>", run(" and "), field)
    said = cells(read(word_file(body, {"x": ("hyperlink", "https://a.example")})))
    assert (said["Text"], said["Links"]) == ("see here and there", "https://a.example\nhttps://b.example")


def test_moved_rows_and_deleted_rows() -> None:
    moved = paragraph("<w:moveFrom>" + run("moved") + "</w:moveFrom>") + paragraph(
        "<w:moveTo>" + run("moved") + "</w:moveTo>"
    )
    gone = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph(run("gone")) + "</w:tc></w:tr></w:tbl>"
    reading = read(word_file(moved + gone))
    assert cells(reading)["Text"].strip() == "moved"
    assert reading.not_read == ("1 passage struck out with tracked changes (4 letters)",)


def test_hidden_by_style_struck_through_and_unfilled_fields_are_told() -> None:
    styles = '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    styles += '<w:style w:styleId="Sub"><w:basedOn w:val="Base"/></w:style>'
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Click here") + "</w:sdtContent></w:sdt>"
    )
    body = paragraph(run("secret"), facts='<w:pStyle w:val="Sub"/>')
    body += paragraph(run("shown", "<w:vanish w:val='0'/>"), run("old", "<w:strike/>"), prompt)
    reading = read(word_file(body, {"styles": ("styles", styles)}))
    assert cells(reading)["Text"] == "shownold"
    assert reading.not_read == ("hidden text (6 letters)", "a field that was not filled in (“Click here”)")
    assert "3 letters stand there struck through" in reading.notes[0]


def test_boxes_in_boxes_come_once_and_pictures_without_words_are_named() -> None:
    inner = text_box("inner")
    box = text_box("X").replace(run("X"), run("outer") + inner)
    reading = read(word_file(paragraph(run("a"), box) + paragraph(picture("")) + paragraph(picture(""))))
    assert cells(reading)["Text"] == "a\nouter\ninner"
    assert reading.not_read == ("a picture, 2 times",)


def test_files_set_into_the_text_macros_and_the_like_are_kept_or_named(tmp_path: Path) -> None:
    made = word_file(paragraph(run("text")) + '<w:altChunk r:id="rId1"/>', {"chunk": ("aFChunk", "")})
    out = io.BytesIO(made)
    with zipfile.ZipFile(out, "a") as more:
        more.writestr("word/vbaProject.bin", b"macro")
        more.writestr("_xmlsignatures/sig1.xml", "<x/>")
    reading = read(out.getvalue(), "letter.docm", tmp_path)
    assert [part.name for part in reading.parts] == ["chunk.xml"]
    assert set(reading.not_read) == {
        "a file inserted into the text (“chunk.xml”), kept as an attachment",
        "macros, which are never run",
        "a digital signature, which was not checked",
    }


def test_a_document_without_text_is_a_row_to_type_in(tmp_path: Path) -> None:
    data = word_file(paragraph(picture("a letter by hand")))
    reading = read(data, spool=tmp_path)
    assert (cells(reading)["Text"], cells(reading)["Attachments"]) == ("", "letter.docx")
    assert reading.parts[0].path.read_bytes() == data


def test_a_damaged_part_costs_itself_only() -> None:
    parts = {
        "comments": ("comments", "<w:comment>"),
        "header1": ("header", paragraph(run("head"))),
        "styles": ("styles", "<"),
    }
    reading = read(word_file(paragraph(run("I oppose.")), parts))
    assert (cells(reading)["Text"], cells(reading)["Header and footer"]) == ("I oppose.", "head")
    assert reading.not_read == (
        "a part of the file that is damaged (“word/styles.xml”)",
        "a part of the file that is damaged (“word/comments.xml”)",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not a zip", "is called a Word document and is none"),
        (word_file(paragraph(run("x")))[:-60], "damaged"),
        (word_file("").replace(b"word/document.xml", b"word/docum3nt.xml"), "its text is missing"),
        (word_file("<w:p>"), "its XML cannot be read"),
        (word_file("<w:p>" * 400 + "</w:p>" * 400), "its XML cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "Office file with a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Word document (before 2007)"),
    ],
    ids=["text", "cut", "no text", "open tag", "deep", "password", "old"],
)
def test_what_cannot_be_read_is_said_in_words(data: bytes, said: str) -> None:
    assert said in read(data).refusal


def test_entities_are_refused() -> None:
    bomb = "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
    data = word_file(paragraph(run("x")))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            said = old.read(name).decode()
            new.writestr(name, said.replace("?>", "?>" + bomb, 1) if name == "word/document.xml" else said)
    assert "declares a document type" in read(out.getvalue()).refusal


def test_every_real_file_gives_a_row(shared_data: Path) -> None:
    paths = sorted(shared_data.rglob("*.docx"))
    readings = [read(path.read_bytes(), path.name) for path in paths]
    assert len(readings) == 17
    assert [one.refusal for one in readings if one.refusal] == []


def test_minutes_made_of_tables_are_read(shared_data: Path) -> None:
    path = shared_data / "seattle-cdp" / "example_minutes_item_file_0.docx"
    said = cells(read(path.read_bytes(), path.name))["Text"].split("\n")
    assert said[1] == "Department:\tDept. Contact/Phone:\tCBO Contact/Phone:"
    assert any(line.startswith("Hydro Maintenance Workers are covered") for line in said)
