"""Every printed number of the example equals a count made anew from its tables, by nothing that made the summary."""

import csv
import io
import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser

import pikepdf
import pytest
from counted_apart import STANCES, Record
from reading import structure

from frhearing.desk.desk import open_desk
from frhearing.desk.example import load_example
from frhearing.desk.products import Format, Product, make
from frhearing.desk.summaries import PrintOptions

WORDS = {
    "en": ("Support", "Oppose", "Mixed", "Neutral", "Not stated", "Not tagged yet"),
    "es": ("A favor", "En contra", "Mixta", "Neutral", "No expresada", "Sin clasificar"),
}
FORM = ("For", "Against", "Mixed", "For information only", "Not stated", "Not tagged yet")
CHANNELS = {
    "In person": "in_person",
    "Remote": "remote",
    "E-mail": "email",
    "Web form": "web_form",
    "Mail": "post",
    "Delivered by hand": "hand_delivered",
    "Voicemail": "voicemail",
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The example in every form in which it gives numbers, and its record counted apart."""
    folder = tmp_path_factory.mktemp("example")
    hearing = load_example(folder)
    with open_desk(folder, writing=False) as desk:
        made = {
            (product, kind, language): make(desk, hearing, product, kind, PrintOptions(language=language)).data
            for product in (Product.FULL, Product.TALLY)
            for kind in (Format.PDF, Format.HTML)
            for language in ("en", "es")
        }
        minutes = make(desk, hearing, Product.MINUTES, Format.TXT).data.decode()
    return made, minutes, Record(folder / "frhearing.db", hearing)


class _Tables(HTMLParser):
    """The tables of a page, each a list of rows of words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self._cell = self._hidden = False
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        """A table, a row or a cell begins; a mark is seen, not read."""
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self._cell = True
        self._hidden = ("aria-hidden", "true") in attrs

    def handle_endtag(self, tag):
        """A cell or a mark ends."""
        self._cell &= tag not in ("td", "th")
        self._hidden &= tag != "span"

    def handle_data(self, data):
        """Words of a cell."""
        if self._cell and not self._hidden and self.tables:
            self.tables[-1][-1][-1] += data.strip()


def tables(data: bytes, kind: Format):
    """The tables of a file, each a list of rows, the header first, every cell its words."""
    if kind is Format.HTML:
        return _Tables(data.decode()).tables
    return [
        [[" ".join(cell.whole.split()) for cell in row.all("TH", "TD")] for row in table.all("TR")]
        for table in structure(data).all("Table")
    ]


def headed(found, first):
    """The tables whose first header is this one."""
    return [table for table in found if table[0][0] == first]


def numbers_of(row):
    return [int(cell.replace(",", "")) for cell in row[1:]]


def as_rows(counts, words=WORDS["en"], keep=STANCES):
    """What a table of stances must say: for each name its numbers, and the sum."""
    return {name: [*(row[s] for s in keep), sum(row.values())] for name, row in counts.items()}


def used(counts):
    """The stances that a table has columns for: the two sides, and what occurs."""
    return [s for s in STANCES if s in STANCES[:2] or any(row[s] for row in counts.values())]


@pytest.mark.parametrize("kind", [Format.PDF, Format.HTML])
@pytest.mark.parametrize("language", ["en", "es"])
def test_groups_themes_and_days_by_stance(printed, kind, language):
    made, _, record = printed
    found = tables(made[Product.FULL, kind, language], kind)
    words = dict(zip(STANCES, WORDS[language], strict=True))
    heads = {"en": ("Stakeholder group", "Theme", "No group"), "es": ("Grupo de interés", "Tema", "Sin grupo")}[
        language
    ]
    for head, what in (
        (heads[0], lambda v: [v["grp"] or heads[2]]),
        (heads[1], lambda v: v["themes"]),
    ):
        shown = headed(found, head)
        assert len(shown) == 3
        for question, table in enumerate(shown, 1):
            counts = record.by(what, question)
            keep = used(counts)
            assert table[0][1:-1] == [words[s] for s in keep]
            rows = {row[0]: numbers_of(row) for row in table[1:]}
            wanted = as_rows(counts, keep=keep)
            if head == heads[0]:
                [(_, total)] = [(name, rows.pop(name)) for name in [table[-1][0]]]
                assert total == [*(record.stances(question, record.counted)[s] for s in keep), len(record.counted)]
            assert rows == wanted


def test_days_of_receipt(printed):
    made, _, record = printed
    [table] = headed(tables(made[Product.FULL, Format.PDF, "en"], Format.PDF), "Received")
    days = {}
    for voice in record.written:
        days.setdefault(record.day(voice), []).append(voice)
    keep = [s for s in STANCES if s in STANCES[:2] or record.stances(1, record.written)[s]]
    assert {row[0]: numbers_of(row) for row in table[1:-1]} == {
        day: [*(record.stances(1, voices)[s] for s in keep), len(voices)] for day, voices in days.items()
    }
    assert numbers_of(table[-1])[-1] == len(record.written)


@pytest.mark.parametrize("kind", [Format.PDF, Format.HTML])
def test_positions_with_their_shares(printed, kind):
    made, _, record = printed
    shown = headed(tables(made[Product.FULL, kind, "en"], kind), "Position")[:3]
    for question, table in enumerate(shown, 1):
        found = record.stances(question, record.counted)
        tagged = sum(found.values()) - found["not_tagged"]
        rows = {row[0]: row[1:3] for row in table[1:]}
        for word, stance in zip(WORDS["en"][:5], STANCES[:5], strict=True):
            assert rows[word] == [str(found[stance]), f"{round(100 * found[stance] / tagged)} %"]
        assert rows["Tagged"] == [str(tagged), "100 %"]
        assert rows["Not tagged yet"] == [str(found["not_tagged"]), ""]
        assert rows["All counted"][0] == str(len(record.counted))


def sheet_of(record):
    """Every number of the count sheet by its name."""
    counted, written = record.counted, record.written
    claimed, signed = (sum(row[place] or 0 for row in record.signatures) for place in (0, 1))
    return {
        "On the record": len(record.voices),
        "Not counted": len(record.voices) - len(counted),
        "Counted": len(counted),
        "Spoken": len(counted) - len(written),
        "Appearances": len(record.heard),
        "Persons heard": record.names(record.heard),
        "Registered only": len(counted) - len(written) - len(record.heard),
        "Written": len(written),
        "Late, accepted": sum(v["timeliness"] == "late_accepted" for v in counted),
        "Undated": sum(v["received_at"] is None for v in written),
        "Distinct texts": record.distinct_texts(),
        "Petitions": len(record.signatures),
        "Signatures counted": signed,
        "Signatures claimed": claimed,
        "Persons by name": record.names(counted),
        "No name": sum(not v["name"] for v in counted),
        "No text": sum(not (v["body"] or "").strip() for v in counted),
        "No group": sum(v["grp"] is None for v in counted),
        "No theme": sum(not v["themes"] for v in counted),
    }


@pytest.mark.parametrize("kind", [Format.PDF, Format.HTML])
def test_the_count_sheet_the_slips_the_channels_and_the_petitions(printed, kind):
    made, _, record = printed
    found = tables(made[Product.FULL, kind, "en"], kind)
    [sheet] = headed(found, "What is counted")
    assert {row[0]: int(row[1]) for row in sheet[1:]} == sheet_of(record)
    [slips] = headed(found, "Where it lies")
    assert {row[0]: int(row[1]) for row in slips[1:]} == {
        "Heard": record.slips["heard"],
        "No-show": record.slips["no_show"],
        "Received": sum(record.slips.values()),
    }
    [channels] = headed(found, "Channel")
    by_channel = Counter(v["channel"] for v in record.counted)
    assert {CHANNELS.get(row[0], row[0]): int(row[1]) for row in channels[1:]} == by_channel | {
        "Counted": len(record.counted)
    }
    [signed] = [table for table in found if table[0][:2] == ["No.", "Sponsor"]]
    wanted = [[str(n) for n in (*row, row[1] - sum(row[2:]))] for row in record.signatures]
    assert [row[2:] for row in signed[1:]] == wanted
    [forms] = headed(found, "Form letter")
    assert {row[0]: int(row[1]) for row in forms[1:]} == Counter(v["campaign"] for v in record.counted if v["campaign"])


def test_sentences_name_the_same_numbers(printed):
    made, minutes, record = printed
    text = " ".join(_plain(made[Product.FULL, Format.PDF, "en"]).split())
    spoken = sum(v["spoken"] for v in record.voices)
    heard, slips = len(record.heard), sum(record.slips.values())
    assert (
        f"{len(record.voices)} comments on the record: {spoken} spoken and {len(record.voices) - spoken} written."
        in text
    )
    assert f"{len(record.counted)} of {len(record.voices)} comments on the record are counted." in text
    assert f"{len(record.written)} comments were received in writing" in text
    assert f"{slips} slips received = {record.slips['heard']} heard + {record.slips['no_show']} no-show" in text
    assert f"{heard} appearances were heard at the hearing, of {heard} comments counted as spoken" in text
    for name in ("Form A", "Form B"):
        copies = [v for v in record.counted if v["campaign"] == name]
        own = sum(v["letter_type"] == "form_plus" for v in copies)
        assert f"1 text, {len(copies)} senders, {own} with words of their own" in text
    for question in (1, 2, 3):
        first: dict[object, dict] = {}
        for voice in record.counted:
            first.setdefault(voice["campaign"] or voice["number"], voice)
        found = record.stances(question, first.values())
        parts = [f"{found[s]} {word.lower()}" for s, word in zip(STANCES, WORDS["en"], strict=True)]
        said = f"{', '.join(parts[:-1])} and {parts[-1]}, of {len(first)} comments."
        assert f"Each form letter counted once: {said}" in text
        took = record.stances(question, [v for v in record.counted if v["spoken"]])
        named = [f"{took[s]} {word.lower()}" for s, word in zip(STANCES, FORM, strict=True) if took[s]]
        assert f"On question {question}, {', '.join(named[:-1])} and {named[-1]}." in minutes
    assert f"{len(record.written)} comments were received in writing, 1 of them late and accepted." in minutes
    assert "1 petition was presented, with 412 signatures counted by the clerk." in minutes


def test_charts_say_their_numbers(printed):
    made, _, record = printed
    figures = structure(made[Product.FULL, Format.PDF, "en"]).all("Figure")
    said = [figure.alternative for figure in figures]
    for what in (lambda v: [v["grp"] or "No group"], lambda v: v["themes"]):
        for question in (1, 2, 3):
            rows = []
            for name, row in record.by(what, question).items():
                counts = ", ".join(f"{row[s]} {w.lower()}" for s, w in zip(STANCES, WORDS["en"], strict=True) if row[s])
                rows.append(f"{name}: {counts}; total {sum(row.values())}.")
            assert sum(all(row in one for row in rows) for one in said) == 1


@pytest.mark.parametrize("kind", [Format.PDF, Format.HTML])
def test_the_tally_sheet(printed, kind):
    made, _, record = printed
    shown = headed(tables(made[Product.TALLY, kind, "en"], kind), "How it came")
    assert len(shown) == 3
    ways = {
        "Appearances": record.heard,
        "Registrations": [v for v in record.counted if v["spoken"] and v not in record.heard],
        "Written": record.written,
        "All counted": record.counted,
    }
    for question, table in enumerate(shown, 1):
        for row, (name, voices) in zip(table[1:], ways.items(), strict=True):
            found = dict(zip(FORM, (record.stances(question, voices)[s] for s in STANCES), strict=True))
            assert row[0] == name
            assert dict(zip(table[0][1:-1], numbers_of(row)[:-1], strict=True)).items() <= found.items()
            assert numbers_of(row)[-1] == len(voices) == sum(numbers_of(row)[:-1])
    text = " ".join(_plain(made[Product.TALLY, Format.PDF, "en"]).split()) if kind is Format.PDF else ""
    wanted = sheet_of(record)
    for name in ("On the record", "Counted", "Appearances", "Written", "Distinct texts"):
        assert not text or f"{name} {wanted[name]}" in text


def test_the_table_that_goes_along_gives_the_same_counts(printed):
    made, _, record = printed
    with pikepdf.open(io.BytesIO(made[Product.FULL, Format.PDF, "en"])) as pdf:
        table = pdf.attachments["comments.csv"].get_file().read_bytes().decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(table)) if row["status"] in ("accepted", "restricted")]
    assert len(rows) == len(record.counted)
    for question in (1, 2, 3):
        stances = Counter(row[f"stance_{question}"] or "not_tagged" for row in rows)
        assert stances == {s: n for s, n in record.stances(question, record.counted).items() if n}
        groups = Counter((row["group"] or "No group", row[f"stance_{question}"] or "not_tagged") for row in rows)
        wanted = record.by(lambda v: [v["grp"] or "No group"], question)
        assert groups == {(name, s): n for name, row in wanted.items() for s, n in row.items() if n}
        themes = Counter(
            (theme, row[f"stance_{question}"] or "not_tagged")
            for row in rows
            for theme in row["themes"].split("; ")
            if theme
        )
        wanted = record.by(lambda v: v["themes"], question)
        assert themes == {(name, s): n for name, row in wanted.items() for s, n in row.items() if n}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler reads it back")
def test_what_poppler_reads_on_the_pages_is_the_same(printed, tmp_path):
    made, _, record = printed
    path = tmp_path / "summary.pdf"
    path.write_bytes(made[Product.FULL, Format.PDF, "en"])
    read = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
    text = " ".join(read.split())
    for question in (1, 2, 3):
        for what in (lambda v: [v["grp"] or "No group"], lambda v: v["themes"]):
            counts = record.by(what, question)
            for name, numbers in as_rows(counts, keep=used(counts)).items():
                assert f"{name} {' '.join(map(str, numbers))}" in text
    for name, number in sheet_of(record).items():
        assert re.search(rf"{re.escape(name)} {number}\b", text), name


def _plain(data: bytes) -> str:
    """The words of a file along its structure tree, a space between elements."""

    def words(element):
        return " ".join([element.text, *map(words, element.kids)])

    return words(structure(data))
