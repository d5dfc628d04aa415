"""A winmail.dat that was saved from a mail by itself: Outlook's text and files in one."""

from frhearing.intake.draft import Reading, Unreadable
from frhearing.intake.formats.mail.records import read_letters
from frhearing.intake.formats.mail.tnef import unpacked
from frhearing.intake.source import Source


def read(source: Source) -> Reading:
    """Read a winmail.dat. Raises Unreadable for one that is damaged."""
    try:
        letter = unpacked(source.data)
    except Unreadable as fault:
        raise Unreadable(f"“{source.file}” could not be read ({fault}); nothing was imported.") from fault
    return read_letters(source, [letter])
