"""Captions and transcripts into testimony drafts: a row for each turn where speakers are marked, else one row."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from frhearing.intake.draft import Reading, SourceKind, SourceRow, Table, Unreadable
from frhearing.intake.encoding import letters_of
from frhearing.intake.formats.cues import Cues, clock, read_bracketed, read_cues, seconds
from frhearing.intake.letters import SPEAKER, TEXT, TIME
from frhearing.intake.source import Source

_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_CHANGE: Final = re.compile(r"(?:-\s*)?>{2,3}\s*")
_LABEL: Final = re.compile(r"\[?([^\W\d_][\w.,'’&/() -]{0,58}[\w.)])\]?\s*:(?:\s+|$)")
_NO_NAMES: Final = frozenset(
    ["note", "question", "answer", "motion", "item", "agenda", "re", "subject", "time", "date", "http", "https"]
)
_MINUTE: Final = 60
"""Seconds between two times that are set into a text whose speakers are not marked."""


@dataclass(slots=True)
class _Turn:
    """What one speaker says in one go; the name is empty where only the change of speakers is marked."""

    name: str
    start: str
    end: str
    lines: list[str] = field(default_factory=list)


def read(source: Source) -> Reading:
    """Read a transcript. Raises Unreadable for one in which nothing is said."""
    letters = letters_of(source.data, source.file, source.encoding)
    text = source.data[letters.skip :].decode(letters.encoding)
    timed = "-->" in text
    found = read_cues(text) if timed else read_bracketed(text)
    if not any(cue.lines for cue in found.cues):
        raise Unreadable(f"“{source.file}” is a transcript in which nothing is said; nothing was imported.")
    turns = list(_turns(found, source))
    notes = [letters.note] if letters.note else []
    if found.rolled:
        notes.append(
            f"The captions of “{source.file}” roll: {found.rolled} lines that stood there twice are read once."
        )
    if len(turns) > 1:
        rows = [(turn.name, _span(turn.start, turn.end), "\n".join(turn.lines)) for turn in turns]
        if not all(turn.name for turn in turns):
            notes.append(f"“{source.file}” marks where the speaker changes, not always who speaks: add the names.")
    else:
        last = found.cues[-1]
        said = _with_times(found) if timed else text
        rows = [("", _span(found.cues[0].start, last.end or last.start), said)]
        notes.append(
            f"No speakers are marked in “{source.file}”; it was read as one row with its times. "
            "Part it by hand where it holds several testimonies."
        )
    table = Table(source.file, (SPEAKER, TIME, TEXT), None, tuple(SourceRow(at, row) for at, row in enumerate(rows, 1)))
    return replace(
        source.reading(SourceKind.TRANSCRIPT, letters.encoding),
        tables=(table,),
        notes=tuple(notes),
        not_read=tuple(f"a note in the file: “{line[:200]}”" for line in found.aside),
    )


def _turns(found: Cues, source: Source) -> Iterator[_Turn]:
    """Give the turns in order; lines of one speaker that follow each other are one turn."""
    names = _names(found)
    turn: _Turn | None = None
    for at, cue in enumerate(found.cues):
        source.progress(at, len(found.cues))
        for line in cue.lines:
            for changed, name, said in _parted(line, names):
                if turn is None or (changed and (not name or name != turn.name)):
                    if turn and turn.lines:
                        yield turn
                    turn = _Turn(name, cue.start, cue.end)
                if said:
                    turn.lines.append(said)
                    turn.end = cue.end
    if turn and turn.lines:
        yield turn


def _parted(line: str, names: frozenset[str]) -> Iterator[tuple[bool, str, str]]:
    """Part a line where its speaker changes: whether he does, to whom (if it says), and what is said."""
    at = 0
    name = ""
    changed = False
    for voice in _VOICE.finditer(line):
        if line[at : voice.start()].strip():
            yield changed, name, line[at : voice.start()].strip()
        at, name, changed = voice.end(), voice[1].strip(), True
    rest = line[at:].strip()
    change = _CHANGE.match(rest)
    if change:
        rest, name, changed = rest[change.end() :], "", True
    label = _LABEL.match(rest)
    if label and " ".join(label[1].split()) in names:
        rest, name, changed = rest[label.end() :], label[1], True
    yield changed, name, rest


def _names(found: Cues) -> frozenset[str]:
    """Return the words before a colon that name speakers: after ``>>``, in capitals, or several that come again."""
    sure = set()
    plain: Counter[str] = Counter()
    for line in (line for cue in found.cues for line in cue.lines):
        change = _CHANGE.match(line)
        label = _LABEL.match(line[change.end() :] if change else line)
        words = label[1].split() if label else []
        if not words or words[0].casefold() in _NO_NAMES or len(words) > 6:
            continue
        name = " ".join(words)
        if change or (name.isupper() and len(name) > 2):
            sure.add(name)
        elif words[0][0].isupper() and not words[-1][0].islower():
            plain[name] += 1
    whole = sum(len(cue.lines) > 0 for cue in found.cues)
    # A mixed-case word before a colon is a name where such words come again, or stand before nearly everything.
    if len(plain) > 1 and (max(plain.values()) > 1 or sum(plain.values()) > 0.6 * whole):
        sure.update(plain)
    return frozenset(sure)


def _span(start: str, end: str) -> str:
    return f"{clock(start)}–{clock(end)}" if end else clock(start)


def _with_times(found: Cues) -> str:
    """Write the cues one under the other, with the time in brackets before the first and then about every minute."""
    lines = []
    told = -float(_MINUTE)
    for cue in found.cues:
        now = seconds(cue.start)
        if not 0 <= now - told < _MINUTE:
            lines.append(f"[{clock(cue.start)}]")
            told = now
        lines += cue.lines
    return "\n".join(lines)
