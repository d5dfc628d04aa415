"""The command line that looks at a printed summary: is it what the desk made, does it match the record?"""

import contextlib
from pathlib import Path

import click

from frhearing import paths
from frhearing.cli.opening import DATA, JSON, PLACE, opened, print_json
from frhearing.model.errors import ClerkError
from frhearing.paths import DataFolder


@click.command("verify")
@click.argument("file", type=PLACE)
@DATA
@JSON
def verify(file: Path, data: Path | None, as_json: bool) -> None:
    """Say whether FILE, a printed summary, is what the desk made and matches the record as it stands now.

    Exit code 0 only if both are so.
    """
    from frhearing.desk import verifying

    with contextlib.ExitStack() as stack:
        # Whoever has no records of his own can still learn whether the file agrees with itself.
        there = data is not None or DataFolder(paths.data_folder()).store.exists()
        verdict = verifying.verify(file, stack.enter_context(opened(data)) if there else None)
    if as_json:
        print_json({**verdict.facts, "ok": verdict.ok, "sentences": verdict.sentences})
    else:
        for sentence in verdict.sentences:
            click.echo(sentence)
    if not verdict.ok:
        raise ClerkError(f"{file.name} is not confirmed.")
