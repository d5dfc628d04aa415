"""A ZIP archive into its files, each to be read as a file of its own; what is left aside is named."""

from dataclasses import replace
from typing import Final

from frhearing.intake.containers import Container, Entry, open_zip, size_in_words
from frhearing.intake.draft import Member, Reading, SourceKind, Unreadable
from frhearing.intake.folders import MOST_FILES, in_order, is_junk
from frhearing.intake.source import DEEPEST, Source

_MOST_UNPACKED: Final = 1 << 30
_LARGEST: Final = 200 << 20
"""How many bytes the files of an archive may come to, and how many one of them; a quarter at each level further in."""


def read(source: Source) -> Reading:
    """Read a ZIP archive. Raises Unreadable for one that is damaged, a bomb, empty or too deep in others."""
    if source.depth >= DEEPEST:
        raise Unreadable(
            f"“{source.file}” lies in {source.depth} archives, one in the other; nothing of it was imported. "
            "Unpack it and import its files."
        )
    further_in = 2 * source.depth
    container = open_zip(
        source.data, source.file, entries=MOST_FILES >> further_in, unpacked=_MOST_UNPACKED >> further_in
    )
    members: list[Member] = []
    left: list[str] = []
    entries = sorted((entry for entry in container.entries if not entry.folder), key=lambda entry: in_order(entry.name))
    for at, entry in enumerate(entries):
        source.progress(at, len(entries))
        reason = _hindrance(entry) or _unpack(source, container, entry, members)
        if reason:
            left.append(f"“{entry.name}” ({reason})")
    if not entries:
        raise Unreadable(f"“{source.file}” is an archive without any files; nothing was imported.")
    if not members:
        raise Unreadable(
            f"“{source.file}” is an archive none of whose files can be read; nothing was imported. They are: "
            f"{', '.join(left[:10])}{f' and {len(left) - 10} more' if len(left) > 10 else ''}."
        )
    return replace(source.reading(SourceKind.ARCHIVE), members=tuple(members), not_read=tuple(left))


def _hindrance(entry: Entry) -> str:
    """Return why a file is left aside, in words, or nothing."""
    if is_junk(entry.name):
        return "hidden, or left behind by the system"
    if entry.size > _LARGEST:
        return f"larger than {size_in_words(_LARGEST)}"
    return entry.hindrance.removeprefix("is ")


def _unpack(source: Source, container: Container, entry: Entry, members: list[Member]) -> str:
    """Keep one file for reading; return why it cannot be kept, in words, or nothing."""
    try:
        data = container.read_entry(entry, _LARGEST)
    except Unreadable:
        return "damaged"
    member = source.member(entry.name, data)
    if member is None:
        return "not unpacked"
    members.append(member)
    return ""
