"""What the commands share: options, the open desk, facts printed as JSON."""

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from frhearing import paths
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.errors import NotFound
from frhearing.paths import DataFolder

DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="Folder that holds the store; else your own."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
HEARING = click.option("--hearing", "hearing", required=True, metavar="H", help="Id or exact title of the hearing.")


@contextlib.contextmanager
def opened(data: Path | None, *, writing: bool = False) -> Iterator[Desk]:
    """Open the store of a data folder; a command that only reads refuses to make a new one."""
    if not writing and data is not None and not DataFolder(data).store.exists():
        raise NotFound(f"There is no store in {data}. Nothing was made. Check the folder's name.")
    folder = paths.data_folder(data)
    with open_desk(folder, writing=writing or not DataFolder(folder).store.exists()) as desk:
        yield desk


def print_json(facts: object) -> None:
    """Print facts as JSON, in plain ASCII where the reader of the output may not expect UTF-8."""
    told = (sys.stdout.encoding or "").lower().replace("-", "")
    click.echo(json.dumps(facts, ensure_ascii=told != "utf8", indent=1))
