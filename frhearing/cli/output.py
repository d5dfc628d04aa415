"""How the command line prints facts for people to read."""

import contextlib
import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from frhearing.model.counted import counted

if TYPE_CHECKING:
    from frhearing.desk.import_plan import ImportPlan
    from frhearing.desk.import_result import ImportResult

_MOST_LINES = 20

_STANCES = (
    ("support", "Support"),
    ("oppose", "Oppose"),
    ("mixed", "Mixed"),
    ("neutral", "Neutral"),
    ("not_stated", "Not stated"),
    ("not_tagged", "Not tagged"),
    ("total", "Comments"),
)

_DOUBTS = (("duplicates", "duplicate"), ("unreadable", "unreadable"), ("outside", "outside the jurisdiction"))


def print_tally(facts: Mapping[str, Any]) -> None:
    """Print the counts of a hearing as tables of text."""
    click.echo(
        f"{counted(facts['on_record'], 'comment')} on the record, {facts['counted']:,} counted "
        f"({facts['spoken']:,} spoken, {facts['written']:,} written)."
    )
    click.echo(_scope_words(facts))
    for status, n in facts["outside_the_tally"].items():
        click.echo(f"{n} {status}, listed and not counted.")
    if facts["late_not_considered"]:
        click.echo(f"{facts['late_not_considered']} too late to be considered, listed and not counted.")
    blanks = [f"{facts[f'without_{what}']} without a {what}" for what in ("name", "group", "theme", "text")]
    click.echo(f"Blank: {', '.join(blanks)}.")
    if facts["petitions"]["number"]:
        click.echo(_petitions(facts["petitions"]))
    for q in facts["questions"]:
        click.echo(f"\nQuestion {q['number']}: {q['text']}")
        if q["support_means"] or q["oppose_means"]:
            click.echo(f"Support means: {q['support_means']}   Oppose means: {q['oppose_means']}")
        everything = {**q["stances"], "not_tagged": q["not_tagged"], "total": q["counted"]}
        click.echo("".join([f"{'':<28}", *(f"{word:>11}" for _, word in _STANCES)]))
        for group, row in [*q["by_group"].items(), ("All", everything)]:
            click.echo("".join([f"{group[:27]:<28}", *(f"{row[key]:>11}" for key, _ in _STANCES)]))
    click.echo("\nComments are not votes; a count is a number of comments.")


def _scope_words(facts: Mapping[str, Any]) -> str:
    """Say what is counted: all, the written or the spoken, and every copy of a form letter or each once."""
    spoken = facts["scope"]["spoken"]
    kind = "Written and spoken comments are" if spoken is None else f"Only {'spoken' if spoken else 'written'} ones are"
    once = facts["scope"]["once_each"]
    return f"{kind} counted, {'each form letter once' if once else 'every copy of a form letter'}."


def _petitions(found: Mapping[str, Any]) -> str:
    """Tell petitions and their signatures: "1 petition, 412 signatures counted (420 claimed), none a comment"."""
    words = f"{counted(found['number'], 'petition')}, {counted(found['signatures_counted'], 'signature')} counted"
    doubts = [f"{found[key]} {word}" for key, word in _DOUBTS if found[key]]
    less = f", {', '.join(doubts)}: {found['remaining']} remain" if doubts else ""
    return f"{words} ({found['signatures_claimed']} claimed){less}; signatures are not comments."


def print_import(plan: "ImportPlan", result: "ImportResult", *, dry_run: bool) -> None:
    """Print what an import did, or would do; then what was left out and what should be looked at, in sentences."""
    word = "would be added" if dry_run else "added"
    click.echo(_counted(result.read, result.added, result.already_here, len(result.refused), word) + ".")
    several = result.several
    if len(result.per_file) > 1:
        _print_some(
            [
                f"{one.file}: {_counted(one.read, one.added, one.already_here, one.refused, word)}"
                for one in result.per_file
                if one.read
            ],
            "files",
        )
    _print_some(
        [
            f"{row.file}, row {row.row}: {row.reason}" if several else f"row {row.row}: {row.reason}"
            for row in result.refused
        ],
        "refused",
    )
    for part in result.not_read:
        click.echo(f"Not read: {part}")
    for note in plan.notes:
        click.echo(f"Note: {note}")
    if plan.problems:
        click.echo(f"{counted(len(plan.problems), 'place')} to look at; these comments are taken in all the same:")
        where = [f"{problem.file}, row {problem.row}" if several else f"row {problem.row}" for problem in plan.problems]
        told = zip(where, plan.problems, strict=True)
        _print_some([f"{place}: {problem.sentence}" for place, problem in told], "places")


def _counted(read: int, added: int, here: int, refused: int, word: str) -> str:
    return f"{read} read: {added} {word}, {here} already here, {refused} refused"


def _print_some(lines: list[str], what: str) -> None:
    """Print the first of many lines, and how many more there are."""
    for line in lines[:_MOST_LINES]:
        click.echo(f"  {line}")
    if len(lines) > _MOST_LINES:
        click.echo(f"  and {len(lines) - _MOST_LINES} more {what}")


def print_no_more() -> None:
    """Let what is still to be printed go nowhere: as it ends, Python would try once more and fail in its own words."""
    with contextlib.suppress(io.UnsupportedOperation), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
