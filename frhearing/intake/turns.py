"""The turns of a transcript as a clerk parts them anew: split where another speaks, joined where it goes on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from frhearing.intake.draft import SourceRow, Table
from frhearing.intake.letters import SPEAKER, TEXT, TIME

_TO: Final = "–"


class Turn(NamedTuple):
    """One turn: the number of its row, who speaks, when (from the recording's beginning) and what is said."""

    row: int
    speaker: str
    time: str
    text: str


def turns_of(table: Table) -> list[Turn]:
    """Return the turns of a transcript; what it does not tell is empty."""
    return [Turn(row.number, *(_cell(table, row, name) for name in (SPEAKER, TIME, TEXT))) for row in table.rows]


def with_turns(table: Table, turns: Sequence[Turn]) -> Table:
    """Return the transcript with these turns instead of its own."""
    rows = tuple(SourceRow(turn.row, (turn.speaker, turn.time, turn.text)) for turn in turns)
    return replace(table, header=(SPEAKER, TIME, TEXT), rows=rows)


def split(turns: Sequence[Turn], at: int, place: int) -> list[Turn]:
    """Part a turn before a letter of its text, counted from 0; at its ends there is nothing to part.

    The new turn has no name yet, and no time: when it began nobody has written down.
    """
    turn = turns[at]
    first, second = turn.text[:place].rstrip(), turn.text[place:].lstrip()
    if not first or not second:
        return list(turns)
    free = max(one.row for one in turns) + 1
    return [*turns[:at], turn._replace(text=first), Turn(free, "", "", second), *turns[at + 1 :]]


def joined(turns: Sequence[Turn], at: int) -> list[Turn]:
    """Join a turn to the one before it, whose name it takes; the first has none before it."""
    if at == 0:
        return list(turns)
    before, turn = turns[at - 1], turns[at]
    start = before.time.partition(_TO)[0]
    end = turn.time.rpartition(_TO)[2] or before.time.rpartition(_TO)[2]
    time = f"{start}{_TO}{end}" if start and end and start != end else start or end
    whole = Turn(before.row, before.speaker or turn.speaker, time, f"{before.text}\n{turn.text}")
    return [*turns[: at - 1], whole, *turns[at + 1 :]]


def renamed(turns: Sequence[Turn], at: int, speaker: str, *, every: bool) -> list[Turn]:
    """Give a turn another speaker, or every turn of the same one."""
    before = turns[at].speaker
    return [
        turn._replace(speaker=speaker) if place == at or (every and before and turn.speaker == before) else turn
        for place, turn in enumerate(turns)
    ]


def _cell(table: Table, row: SourceRow, name: str) -> str:
    return row.cells[table.header.index(name)] if name in table.header else ""
