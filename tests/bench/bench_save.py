"""One full durable save: comment, text, search index, stance, three themes, counters and log.

Usage: python tests/bench/bench_save.py [COMMENTS] [SAVES]     (100,000 comments and 400 saves if none are given)

Bar: p50 at most 3 × writing the same bytes to a file and syncing it, in the same run, turn by turn. The same bytes
are those that the save adds to the store's journal. A save is here one action as the window does it; the tags of
a new comment are actions of their own when they are set one by one, and those are timed too.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpus import store_of, texts

from frhearing.desk import codebook, coding, testimony
from frhearing.desk.desk import Desk, open_desk
from frhearing.model.comment import NewComment
from frhearing.model.position import Stance
from frhearing.store.recording import insert_comment

BAR = 3.0


def quantile(values: list[float], share: float) -> float:
    """The value that so large a share stays below, in milliseconds."""
    return 1000 * sorted(values)[int(share * (len(values) - 1))]


def full_save(desk: Desk, hearing: int, text: str, themes: list[int]) -> None:
    """The comment with its stance and themes in one action, as the example and a form with tags would save it."""
    with desk.store.action("comment", "", hearing) as writing:
        new = NewComment(text=text, name="Ann Bo", group_id=1, stances={1: Stance.SUPPORT})
        made, _ = insert_comment(writing.act, hearing, new)
        for theme in themes:
            writing.act.insert("comment_theme", {"comment_id": made, "theme_id": theme})


def main() -> int:
    comments, saves = (int(a) for a in (sys.argv[1:] + ["100000", "400"][len(sys.argv) - 1 :]))
    whole, hearing = store_of(comments)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        shutil.copytree(whole, folder)
        journal = folder / "frhearing.db-wal"
        took: dict[str, list[float]] = {
            "full save": [],
            "write + sync": [],
            "text + sync": [],
            "comment": [],
            "stance": [],
            "theme": [],
        }
        sizes = []
        with open_desk(folder) as desk, (Path(place) / "plain").open("wb") as plain:
            themes = [t.id for t in codebook.list_themes(desk, hearing)]
            for text in texts(20, seed=4):
                desk.store._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                full_save(desk, hearing, text, themes)
                sizes.append(journal.stat().st_size)
            data = os.urandom(int(statistics.median(sizes)))
            for text in texts(saves, seed=3):
                at = time.perf_counter()
                full_save(desk, hearing, text, themes)
                took["full save"].append(time.perf_counter() - at)
                at = time.perf_counter()
                plain.write(data)
                plain.flush()
                os.fsync(plain.fileno())
                took["write + sync"].append(time.perf_counter() - at)
                at = time.perf_counter()
                plain.write(text.encode())
                plain.flush()
                os.fsync(plain.fileno())
                took["text + sync"].append(time.perf_counter() - at)
                at = time.perf_counter()
                one, _ = testimony.record_comment(desk, hearing, NewComment(text=text, name="Ann Bo"))
                took["comment"].append(time.perf_counter() - at)
                at = time.perf_counter()
                coding.set_stance(desk, [one], 1, Stance.OPPOSE)
                took["stance"].append(time.perf_counter() - at)
                at = time.perf_counter()
                coding.toggle_theme(desk, [one], themes[0])
                took["theme"].append(time.perf_counter() - at)
    written = statistics.median(sizes)
    print(f"{saves} saves in a store of {comments:,} comments; a full save writes {written:,.0f} bytes")
    for what, values in took.items():
        shown = "  ".join(f"p{int(100 * share)} {quantile(values, share):7.2f}" for share in (0.5, 0.95, 0.99))
        print(f"{what:<14} {shown} ms")
    ratio = quantile(took["full save"], 0.5) / quantile(took["write + sync"], 0.5)
    print(f"full save / write + sync, p50: {ratio:.2f} (bar {BAR})")
    bare = quantile(took["full save"], 0.5) / quantile(took["text + sync"], 0.5)
    print(f"full save / writing the text alone and syncing it, p50: {bare:.2f} (for comparison)")
    return 0 if ratio <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
