"""Children that die at a statement of SQLite of our choosing, as of kill -9: the same one on every machine.

A kill after so many seconds comes before everything on a slow machine and after everything on a fast one.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
BEFORE_IT_IS_KEPT = "COMMIT"
_seen, _where = 0, ""


def watch() -> None:
    """In the child: look at every statement of the stores that are opened from now on."""
    from frhearing.store import opening

    opened = opening.connect

    def connect(*arguments, **options):
        made = opened(*arguments, **options)
        made.set_trace_callback(_about_to)
        return made

    opening.connect = connect


def begin(where: str) -> None:
    """In the child: die as the n-th statement from now on, or one that begins with this word, is to be carried out."""
    global _seen, _where
    _seen, _where = 0, where


def end() -> None:
    """In the child: say that it is done, and after how many statements; then die without closing anything."""
    os.write(1, f"done {_seen}\n".encode())
    os.kill(os.getpid(), signal.SIGKILL)


def _about_to(statement: str) -> None:
    global _seen
    _seen += 1
    if _where and (str(_seen) == _where or statement.startswith(_where)):
        os.kill(os.getpid(), signal.SIGKILL)


def killed(code: str, *arguments: object, where: object = "") -> int:
    """Run a child to its death; gives after how many statements it said to be done, 0 if it had not come to that.

    ``code`` finds ``arguments`` from ``sys.argv[2]`` on, and ``where`` before them.
    """
    ahead = f"import sys; sys.path.insert(0, {str(TESTS)!r}); import dying; dying.watch()\n"
    command = [sys.executable, "-c", ahead + code, str(where), *map(str, arguments)]
    child = subprocess.run(command, stdout=subprocess.PIPE, cwd=TESTS.parent, text=True, check=False)
    assert child.returncode == -signal.SIGKILL, "it ended by itself"
    return int(child.stdout.removeprefix("done ") or 0)


def points(whole: int, count: int) -> list[object]:
    """So many statements from the first to the last of those that the whole takes, and its keeping."""
    return [*(1 + (whole - 1) * n // count for n in range(count)), BEFORE_IT_IS_KEPT]
