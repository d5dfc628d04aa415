"""What the commands share: options, the open desk, facts printed as JSON."""

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from frhearing import paths
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.errors import NotFound, Refused
from frhearing.paths import DataFolder


class Place(click.ParamType[Path]):
    """The path of a file or folder. Whether it can be used is found out by using it, and told in a sentence."""

    name = "path"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path; an empty one would be the folder one stands in, which nobody meant."""
        if not str(value):
            self.fail("it is empty. Name a file or a folder.", param, ctx)
        return Path(str(value))


PLACE = Place()
DATA = click.option(
    "--data",
    metavar="DIR",
    type=PLACE,
    callback=lambda _ctx, _param, value: folder_of(value),
    help="Folder that holds the store; else your own.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
HEARING = click.option("--hearing", "hearing", required=True, metavar="H", help="Id or exact title of the hearing.")


def folder_of(data: Path | None) -> Path | None:
    """Return the data folder that was named; raises Refused where that is a file."""
    data = data and paths.from_home(data)
    if data is not None and data.exists() and not data.is_dir():
        raise Refused(f"{data} is a file, and --data names a folder. Nothing was changed. Check the name.")
    return data


@contextlib.contextmanager
def opened(data: Path | None, *, writing: bool = False, new: bool = False) -> Iterator[Desk]:
    """Open the store of a data folder; only a command that may begin a ``new`` one makes it where there is none."""
    if not new and data is not None and not DataFolder(data).store.exists():
        raise NotFound(f"There is no store in {data}. Nothing was made. Check the folder's name.")
    folder = paths.data_folder(data)
    with open_desk(folder, writing=writing or not DataFolder(folder).store.exists()) as desk:
        yield desk


def print_json(facts: object) -> None:
    """Print facts as JSON, in plain ASCII where the reader of the output may not expect UTF-8."""
    told = (sys.stdout.encoding or "").lower().replace("-", "")
    click.echo(json.dumps(facts, ensure_ascii=told != "utf8", indent=1))
