"""The front door: without a command it opens the window, with a command it works without Qt."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from frhearing import paths

INTAKE_CHILD: Final = "--intake-child"
"""With this flag the program is the process that reads files for another (intake/watch.py)."""


def window_wanted(arguments: Sequence[str]) -> tuple[Path | None, bool] | None:
    """Tell whether these arguments ask for the window: its data folder and whether it shows the example.

    Gives None for anything else than ``[--demo] [--data DIR]``: that is for the command line to carry out
    or to refuse.
    """
    data: Path | None = None
    demo = False
    rest = iter(arguments)
    for argument in rest:
        if argument == "--demo":
            demo = True
        elif argument == "--data":
            folder = next(rest, "")
            if not folder or folder.startswith("-"):
                return None
            data = Path(folder)
        elif argument.startswith("--data=") and argument != "--data=":
            data = Path(argument.removeprefix("--data="))
        else:
            return None
    return data, demo


def main() -> int:
    """Open the window or run one command; gives the exit code of the process."""
    paths.keep_private()
    if sys.argv[1:2] == [INTAKE_CHILD]:
        from frhearing.intake import child

        return child.main(sys.argv[2:])
    wanted = window_wanted(sys.argv[1:])
    if wanted is not None:
        from frhearing import app

        data, demo = wanted
        return app.run(data, demo)
    from frhearing import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
