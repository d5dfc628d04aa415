"""The readers of formats that are not plain text, each a module with one function ``read``; loaded when needed."""

from collections.abc import Callable

from frhearing.intake.draft import Reading
from frhearing.intake.source import Source


def reader_of(name: str) -> Callable[[Source], Reading]:
    """Return the reader of that name; it raises Unreadable, in a sentence, for what it cannot read."""
    match name:
        case "archive":
            from frhearing.intake.formats.archive import read
        case "front_matter":
            from frhearing.intake.formats.front_matter import read
        case "json_export":
            from frhearing.intake.formats.json.export import read
        case "mail":
            from frhearing.intake.formats.mail.message import read
        case "mailbox":
            from frhearing.intake.formats.mail.mailbox import read
        case "old_word":
            from frhearing.intake.formats.old_word.document import read
        case "open_text":
            from frhearing.intake.formats.open_text import read
        case "outlook":
            from frhearing.intake.formats.mail.outlook import read
        case "pdf":
            from frhearing.intake.formats.pdf.document import read
        case "picture":
            from frhearing.intake.formats.picture import read
        case "rich_text":
            from frhearing.intake.formats.rich_text import read
        case "transcript":
            from frhearing.intake.formats.transcript import read
        case "web_page":
            from frhearing.intake.formats.web.page import read
        case "winmail":
            from frhearing.intake.formats.mail.winmail import read
        case "word":
            from frhearing.intake.formats.word.document import read
        case "workbook":
            from frhearing.intake.formats.workbook.book import read
        case _:
            raise KeyError(name)
    return read
