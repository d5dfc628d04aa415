"""What the palette can find: commands, themes, people, and words on the record."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from frhearing.desk import codebook, searching, testimony
from frhearing.model.counted import counted
from frhearing.model.filter import CommentFilter
from frhearing.model.people import Hit
from frhearing.ui.actions import Commands, key_words
from frhearing.ui.command_table import COMMANDS
from frhearing.ui.session import Session

_FIRST = ("go_comments", "go_setup", "go_analysis", "go_report", "go_record", "import", "new_hearing", "print", "keys")
_HITS, _NAMES, _MOST_COMMANDS = 8, 5, 8
_LEAD = 28  # signs shown before a find


class Found(NamedTuple):
    """One line of the palette; ``act`` is what Enter does. A line without it is a heading."""

    icon: str
    text: str
    note: str = ""
    keys: str = ""
    act: Callable[[], object] | None = None


_ALSO: Final = {
    "settings": "dark light colors contrast theme zoom",
    "import": "upload excel csv mail pdf files",
    "export": "spreadsheet download csv json",
    "print": "pdf summary report",
    "backup": "save copy",
    "restore": "go back old store",
    "zoom_in": "zoom bigger",
    "zoom_out": "zoom smaller",
    "keys": "shortcuts keyboard",
    "help": "manual guide how",
    "void": "delete remove",
    "more": "attach a file withdraw withdrawn history tally count again petition",
    "edit": "correct change text",
    "flag": "later",
    "live_screen": "hall display projector",
    "live_absent": "absent did not answer",
    "example": "demo sample milwaukee",
    "example_anew": "reset demo",
}
"""Other words by which one may look for a command."""


def available(commands: Commands) -> frozenset[str]:
    """Give the commands that can be run just now; asked before the palette makes them rest."""
    return frozenset(command.id for command in COMMANDS if commands.action(command.id).isEnabled())


def find(session: Session, commands: Commands, ids: frozenset[str], typed: str) -> list[Found]:
    """Give the lines for what was typed: ``>`` for commands alone, ``@`` for people, ``#`` for themes."""
    sign, words = (typed[0], typed[1:].strip()) if typed[:1] in (">", "@", "#") else ("", typed.strip())
    lines: list[Found] = []
    if sign in ("", ">"):
        _part(lines, "Commands", _commands(commands, ids, words))
    if sign in ("", "#") and (words or sign):
        _part(lines, "Themes", _themes(session, words))
    if sign in ("", "@") and words:
        _part(lines, "People", _people(session, words))
    if not sign and len(words) > 1:
        _part(lines, "On the record", _record(session, words))
    return lines


def _part(lines: list[Found], heading: str, found: Sequence[Found]) -> None:
    if found:
        lines.append(Found("", heading))
        lines.extend(found)


def _commands(commands: Commands, ids: frozenset[str], words: str) -> list[Found]:
    wanted = words.casefold().split()
    table = [command for command in COMMANDS if command.id in ids and command.id != "palette"]
    if not wanted:
        table = [command for name in _FIRST for command in table if command.id == name]
    found = []
    for command in table:
        text = commands.action(command.id).text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        said = f"{text} {command.hint} {command.menu} {_ALSO.get(command.id, '')}".casefold()
        if all(word in said for word in wanted):
            keys = key_words(command.keys[0]) if command.keys else ""
            found.append(Found(command.icon, text, command.menu, keys, partial(commands.run, command.id)))
    return found[: _MOST_COMMANDS if wanted else len(_FIRST)]


def _themes(session: Session, words: str) -> list[Found]:
    if session.hearing_id is None:
        return []
    wanted = words.casefold()
    found = []
    for theme in codebook.list_themes(session.desk, session.hearing_id):
        if wanted in theme.name.casefold():
            only = CommentFilter(question=session.question, themes=(theme.id,))
            found.append(
                Found(
                    "list-filter",
                    f"Show only: {theme.name}",
                    counted(theme.comments, "comment"),
                    str(theme.key or ""),
                    partial(session.comments_asked.emit, only),
                )
            )
    return found[:5]


def _people(session: Session, words: str) -> list[Found]:
    if session.hearing_id is None:
        return []
    found = []
    for known in testimony.known_names(session.desk, words, _NAMES):
        only = CommentFilter(question=session.question, text=known.name)
        note = " · ".join(part for part in (known.organization, known.group) if part)
        found.append(Found("user", known.name, note, "", partial(session.comments_asked.emit, only)))
    return found


def _record(session: Session, words: str) -> list[Found]:
    hits = searching.search(session.desk, words, session.hearing_id, _HITS)
    return [
        Found(
            "message-square-text",
            f"No. {hit.number} {hit.name}".rstrip(),
            _around(hit),
            "",
            partial(_show, session, hit.hearing_id, hit.comment_id),
        )
        for hit in hits
    ]


def _around(hit: Hit) -> str:
    """Give the words around the first find, so that what was searched for is seen."""
    start = hit.spans[0][0] if hit.spans else 0
    text = hit.snippet
    if start > _LEAD:
        text = "…" + text[start - _LEAD :].split(" ", 1)[-1]
    return " ".join(text.split())


def _show(session: Session, hearing_id: int, comment_id: int) -> None:
    """Open the hearing of a find, if it is another one, and go to the comment."""
    if hearing_id != session.hearing_id:
        session.open_hearing(hearing_id)
    session.asked.emit("comments", comment_id)
