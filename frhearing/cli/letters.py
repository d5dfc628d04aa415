"""The command line of form letters: which letters are copies of which, and what each sender added."""

from pathlib import Path

import click

from frhearing.cli.opening import DATA, HEARING, JSON, opened, print_json
from frhearing.desk import hearings
from frhearing.model.letters import Copy, FormLetter


@click.command("groups")
@HEARING
@click.option("--details", is_flag=True, help="With --json: also names, what is confirmed, types and the method.")
@DATA
@JSON
def groups(hearing: str, details: bool, data: Path | None, as_json: bool) -> None:
    """List form letters, confirmed and suggested, with each sender's own words. Nothing is changed."""
    from frhearing.desk import campaigns

    with opened(data) as desk:
        found = campaigns.suggest(desk, hearings.find_hearing(desk, hearing))
    if as_json:
        print_json([_facts(place, letter, details) for place, letter in enumerate(found, 1)])
        return
    for letter in found:
        state = "confirmed" if letter.campaign_id is not None else "suggested"
        added = len(letter.with_own_words)
        click.echo(f"{letter.name}: {letter.size} letters, {state}, {added} with words of the sender's own")
        click.echo(f"    {' '.join(letter.master.split())[:100]}")
    if not found:
        click.echo("No form letters were found in this hearing.")


def _facts(place: int, letter: FormLetter, details: bool) -> dict[str, object]:
    """Return one form letter in the form of the command line's contract, with more where it is asked for."""
    more = {
        "name": letter.name,
        "confirmed": letter.campaign_id is not None,
        "method": letter.method,
        "master_number": letter.master_number,
    }
    return {
        "id": place,
        "size": letter.size,
        "master": letter.master,
        "members": [_member(copy, details) for copy in letter.copies],
        **(more if details else {}),
    }


def _member(copy: Copy, details: bool) -> dict[str, object]:
    """Return one letter of a form letter; its type, status and whether it is confirmed where it is asked for."""
    more = {"type": str(copy.letter_type), "confirmed": copy.confirmed, "status": str(copy.status)}
    return {
        "number": copy.number,
        "external_id": copy.external_id,
        "similarity": copy.similarity,
        "own_words": copy.own_words,
        **(more if details else {}),
    }
