"""Letters and pasted mail: the text letter for letter, the head of a mail set apart, parts only where asked."""

from frhearing.intake.draft import Reading, SourceKind
from frhearing.intake.letters import partings
from frhearing.intake.mapping import drafts
from frhearing.intake.reader import read_pasted, read_source
from frhearing.intake.source import Source
from frhearing.intake.suggest import suggest

MAIL = (
    "From: Jane Roe <jane@example.org>\nTo: Council\nSent: Tue, 3 Feb 2026 16:12:00 -0600\n"
    "Subject: File 251234\n\nDear Council,\n\nI oppose this.\n"
)


def letter(text: str, parting: str = "") -> Reading:
    return read_source(Source("letter.txt", text.encode(), parting=parting))


def test_a_letter_is_one_comment_letter_for_letter(hostile_texts: list[str]) -> None:
    for text in hostile_texts:
        reading = letter("A letter.\n" + text)
        assert reading.kind is SourceKind.TEXT
        assert [list(row.cells) for row in reading.table.rows] == [["A letter.\n" + text]]


def test_the_head_of_a_mail_is_read_and_kept() -> None:
    for reading in (letter(MAIL), read_pasted(MAIL)):
        (draft,) = drafts(reading.table, suggest(reading.table).mapping)
        assert (draft.name, draft.email) == ("Jane Roe", "jane@example.org")
        assert (draft.subject, draft.received) == ("File 251234", "Tue, 3 Feb 2026 16:12:00 -0600")
        assert draft.text == "Dear Council,\n\nI oppose this.\n"
        assert draft.extra["Head of the mail"] + draft.text == MAIL


def test_words_with_colons_are_no_head_of_a_mail() -> None:
    for text in (
        "From: the heart\n\nI oppose this.",
        "Subject: what I think\nI oppose: all of it.\n\nDear Council",
        "From: Jane\nSubject: no text below\n\n",
        "Re: File 12\n\nFrom: me",
    ):
        assert list(letter(text).table.rows[0].cells) == [text]


def test_spanish_and_outlook_heads() -> None:
    pasted = "De: Ana Ruiz [mailto:ana@example.org]\r\nEnviado el: 3 de febrero de 2026\r\nAsunto: Hola\r\n\r\nNo.\r\n"
    (draft,) = drafts(read_pasted(pasted).table, suggest(read_pasted(pasted).table).mapping)
    assert (draft.name, draft.email, draft.subject, draft.text) == ("Ana Ruiz", "ana@example.org", "Hola", "No.\r\n")


def test_several_letters_are_parted_only_where_the_clerk_says_so() -> None:
    text = f"First.\n-----\n{MAIL}-----\n\n-----\nThird.\n"
    whole = letter(text)
    assert len(whole.table.rows) == 1
    assert "“-----” 3 times" in whole.notes[0]
    parted = letter(text, "-----")
    assert [row.number for row in parted.table.rows] == [1, 2, 4]
    assert [row.cells[-1] for row in parted.table.rows] == ["First.\n", "Dear Council,\n\nI oppose this.\n", "Third.\n"]
    assert parted.table.rows[1].cells[0] == "Jane Roe"


def test_lines_that_could_part_letters() -> None:
    assert partings("a\n=====\nb\n* * *\nc\n=====\n--\n") == {"=====": 2, "* * *": 1}


def test_rows_pasted_from_a_spreadsheet_are_a_table() -> None:
    reading = read_pasted("Name\tComment\nJane\tNo\nPat\tYes\n")
    assert reading.kind is SourceKind.PASTED
    assert len(reading.table.rows) == 2
    assert reading.table.header == ("Name", "Comment")


def test_an_empty_clipboard_is_a_sentence() -> None:
    assert "no text on the clipboard" in read_pasted(" \n").refusal


def test_what_is_quoted_below_a_pasted_mail_is_set_apart() -> None:
    quoted = "On Tue, 3 Feb 2026 at 1:00 PM Clerk <c@example.gov> wrote:\n> We hold a hearing.\n"
    for reading in (letter(MAIL + quoted), read_pasted(MAIL + quoted)):
        (draft,) = drafts(reading.table, suggest(reading.table).mapping)
        assert draft.text == "Dear Council,\n\nI oppose this.\n"
        assert draft.extra["Quoted below"] == quoted
        assert draft.extra["Head of the mail"] + draft.text + quoted == MAIL + quoted


def test_a_letter_without_a_head_keeps_every_line() -> None:
    text = "My answer.\n\n-----Original Message-----\nFrom: Clerk\nSent: Monday\nTo: me\n\nOld.\n"
    assert letter(text).table.rows[0].cells == (text,)


def test_a_pasted_mail_that_only_passes_a_letter_on_is_its_writers() -> None:
    below = "From: Ana Ruiz <ana@example.org>\nSent: Monday\nTo: Clerk\nSubject: No\n\nMy letter.\n"
    pasted = MAIL.replace("Subject: ", "Subject: FW: ").partition("Dear")[0] + "FYI\n\n" + below
    (draft,) = drafts(read_pasted(pasted).table, suggest(read_pasted(pasted).table).mapping)
    assert (draft.name, draft.email, draft.subject, draft.text) == ("Ana Ruiz", "ana@example.org", "No", "My letter.\n")
    assert draft.extra["Passed on by"] == "Jane Roe <jane@example.org>\nFYI\n\n"
