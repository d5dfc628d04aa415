"""How long the interface thread is ever held: the longest turn of each step of a clerk's day, and who holds it.

Usage: python tests/bench/bench_holds.py [COMMENTS] [--all] [--no-why]      (100,000 comments if none are given)

Bar: no turn of the event loop is longer than 50 ms. The whole window is walked through twice, each time in a
process and on a copy of the store of its own: by somebody who is quicker than what is made ahead, and by somebody
whose window has rested. A turn is counted in the interface thread's own processor time, so that a busy machine
counts the same as an idle one; the wall's is printed beside it. A second walk of each kind under the profiler
names the function at fault. Steps within the bar are printed with ``--all`` only.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from holds_clock import Clock, Hold  # noqa: E402  # the path is set above
from holds_walk import Walk, copied_store  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402  # the path is set above
from PySide6.QtWidgets import QApplication  # noqa: E402

BAR = 50.0
_WALKS = ("quick", "rested")


def walk(kind: str, folder: Path, *, why: bool) -> list[Hold]:
    """Go through all steps in this process."""
    clock = Clock(BAR, why=why)
    way = Walk(folder, clock, rested=kind == "rested")

    def go() -> None:
        try:
            way.all()
        finally:
            QApplication.exit()

    # Within the application's own loop: Qt tells widgets of another font and palette only there.
    QTimer.singleShot(0, go)
    QApplication.exec()
    return clock.holds


def apart(kind: str, store: Path, *, why: bool) -> list[Hold]:
    """Go through all steps in a process of its own, on a copy of the store."""
    import shutil

    with tempfile.TemporaryDirectory(prefix="frhearing-holds-") as place:
        folder = Path(place) / "store"
        shutil.copytree(store, folder)
        mode = "why" if why else "time"
        command = [sys.executable, __file__, "--walk", kind, mode, str(folder)]
        done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return [Hold(*entry) for entry in json.loads(done.stdout.splitlines()[-1])]


def tell(kind: str, holds: list[Hold], reasons: list[Hold], *, every: bool) -> None:
    """Print the steps of one walk, the longest first."""
    over = [hold for hold in holds if hold.cpu > BAR]
    print(f"{kind}: {len(holds)} steps, {len(over)} hold the window longer than {BAR:.0f} ms")
    faults = dict(zip(((n, h.step) for n, h in enumerate(reasons)), (h.fault for h in reasons), strict=True))
    for place, hold in sorted(enumerate(holds), key=lambda pair: -pair[1].cpu):
        if every or hold.cpu > BAR:
            why = faults.get((place, hold.step), "")
            print(f"  {hold.cpu:6.0f} ms ({hold.cpu / BAR:4.1f}) wall {hold.wall:6.0f}  {hold.step:44} {why}")
    if holds:
        longest = max(hold.cpu for hold in holds)
        print(f"  longest hold {longest:.0f} ms: {longest / BAR:.2f} of the bar of {BAR:.0f} ms")


def main() -> None:
    """Walk and print, or walk for the process that asks."""
    if sys.argv[1:2] == ["--walk"]:
        kind, mode, folder = sys.argv[2:5]
        print(json.dumps(walk(kind, Path(folder), why=mode == "why")))
        return
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    with tempfile.TemporaryDirectory(prefix="frhearing-holds-") as place:
        store = Path(place) / "store"
        copied_store(numbers[0] if numbers else 100_000, store)
        for kind in _WALKS:
            holds = apart(kind, store, why=False)
            reasons = [] if "--no-why" in sys.argv else apart(kind, store, why=True)
            tell(kind, holds, reasons, every="--all" in sys.argv)


if __name__ == "__main__":
    main()
