"""The command line of a live hearing: a whole hearing replayed from a script of timed actions."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import click

from frhearing import paths
from frhearing.cli.opening import PLACE, folder_of, print_json
from frhearing.model.errors import ClerkError

_FILE = click.argument("file", type=PLACE)
_DATA = click.option(
    "--data",
    metavar="DIR",
    type=PLACE,
    callback=lambda _ctx, _param, value: folder_of(value),
    help="Folder whose store keeps the hearing; else it is gone afterwards.",
)


@click.group("live")
def live_group() -> None:
    """Hold a hearing: replay one from a script, for tests and for training."""


@live_group.command("replay")
@_FILE
@_DATA
@click.option("--json", "as_json", is_flag=True, help="Print the log, the turns and the counts as JSON.")
def replay(file: Path, data: Path | None, as_json: bool) -> None:
    """Drive a whole hearing from FILE, a script of timed actions, on a virtual clock."""
    from frhearing.desk.live import replay as replaying

    script = replaying.read_file(file)
    if data is not None:
        found = replaying.replay(script, file.absolute(), paths.data_folder(data))
    else:
        with tempfile.TemporaryDirectory() as folder:
            found = replaying.replay(script, file.absolute(), paths.data_folder(Path(folder) / "replay"))
    if as_json:
        print_json(found)
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    """Print the log, the turns, the refusals and the counts for people to read."""
    for line in found["log"]:
        click.echo(f"{line['at'][11:19]}  {line['text']}")
    click.echo("")
    for turn in found["turns"]:
        who = f"Slip {turn['slip']}" if turn["slip"] is not None else "No slip"
        click.echo(f"{who}, {turn['name']}: {turn['used']:g} s of {turn['allotted']} s ({turn['explanation']})")
    for one in found["refused"]:
        click.echo(f"Refused, action {one['action']} ({one['do']}): {one['reason']}")
    for sentence in found["ignored"]:
        click.echo(sentence)
    places = dict(found["counts"])
    received = places.pop("received")
    parts = " + ".join(f"{n} {name.replace('_', ' ')}" for name, n in places.items() if n) or "0"
    click.echo(f"\n{received} slips received = {parts}")


@live_group.command("steps", hidden=True)
@_FILE
@_DATA
@click.option("--first", type=int, default=1)
@click.option("--hearing", type=int)
def steps(file: Path, data: Path | None, first: int, hearing: int | None) -> None:
    """Do the actions of FILE from one on, as the child of a replay; where it says "kill" it waits for its end."""
    from frhearing.desk.desk import open_desk
    from frhearing.desk.live import replay as replaying

    killed = False

    def say(line: dict[str, Any]) -> None:
        nonlocal killed
        killed = bool(line.get("kill"))
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    if data is None:
        raise ClerkError("The steps of a replay need --data. Nothing was done.")
    script = replaying.read_file(file)
    with open_desk(data) as desk:
        if hearing is None:
            hearing = replaying.make_hearing(desk, script)
            say({"hearing": hearing})
        replaying.play(desk, hearing, script, first, say)
        if killed:
            # With the store open: this process is about to be killed by the one that started it.
            sys.stdin.read()
