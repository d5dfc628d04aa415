"""How long the live hearing's engine takes with 1,000 people in the queue; prints medians and p95 in milliseconds.

Run: ``python tests/bench/bench_live.py``. What a key costs is one step and one look at the podium after it.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "live"))

from hall import Hall

from frhearing.desk.live import clockwork, showing
from frhearing.model.live.ordering import queue


def timed(times: int, work: Callable[[], object]) -> str:
    """Return median and p95 of some runs in milliseconds."""
    took = []
    for _ in range(times):
        at = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - at))
    return f"median {statistics.median(took):6.1f} ms   p95 {statistics.quantiles(took, n=20)[-1]:6.1f} ms"


def main() -> None:
    """Fill a queue and press keys."""
    with tempfile.TemporaryDirectory() as folder, Hall(Path(folder), order="alternate_by_position") as room:
        for slip in range(1, 1001):
            room.sign(slip, stance=("support", "oppose", "neutral")[slip % 3])
        room.do("open")

        def press() -> None:
            room.clock.pass_(3)
            showing.next_step(room.live)
            showing.podium_view(room.live)

        print(f"{'key (F8) and view':<28}{timed(300, press)}")
        print(f"{'sign in one more':<28}{timed(100, lambda: room.sign(len(room.live.floor.slips) + 1))}")
        print(f"{'view alone':<28}{timed(300, lambda: showing.podium_view(room.live))}")
        print(f"{'order of the queue':<28}{timed(300, lambda: queue(room.live.floor))}")
        showing.next_step(room.live)
        showing.next_step(room.live)

        def tick() -> None:
            room.clock.pass_(1)
            clockwork.tick(room.live)

        print(f"{'second written down':<28}{timed(300, tick)}")


if __name__ == "__main__":
    main()
