"""What the window asks of a large store: finds, lists, counters, the tally, the examination of everything.

Usage: python tests/bench/bench_search.py [COMMENTS]     (100,000 if none are given)

Bar: the first 50 hits of any search within 20 ms. The rest is shown beside it. Beginnings of two letters stand in a
list of their own; those of three are put together from the words, so those with the most hits are looked for too.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpus import store_of

from frhearing.desk import codebook, figures, hearings, records, searching, testimony
from frhearing.desk.desk import open_desk
from frhearing.model.filter import NOT_TAGGED, CommentFilter, SortBy
from frhearing.store.connection import connect

BAR = 20.0
COMMONEST = 6
QUERIES = (
    "the",
    "police",
    "zzzz",
    "th",
    "po",
    "ba",
    "a",
    "x",
    "the police street",
    "council the",
    "bodu",
    "police nobody",
)


def times(ask: Callable[[], object], runs: int = 7) -> list[float]:
    """How long each of some calls took, in milliseconds; the first one, with everything cold, comes first."""
    found = []
    for _ in range(runs):
        at = time.perf_counter()
        ask()
        found.append(1000 * (time.perf_counter() - at))
    return found


def commonest_beginnings(store: Path) -> list[str]:
    """The beginnings of three letters with which the most words of the comments begin, then those of most words."""
    db = connect(store)
    try:
        db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'comment_fts', 'row')")
        ranked = "SELECT substr(term,1,3) FROM temp.words WHERE length(term)>2 GROUP BY 1 ORDER BY {} DESC LIMIT ?"
        found = [db.execute(ranked.format(by), (COMMONEST,)).fetchall() for by in ("sum(doc)", "count(*)")]
    finally:
        db.close()
    return list(dict.fromkeys(row[0] for rows in found for row in rows))


def main() -> int:
    comments = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder, hearing = store_of(comments)
    worst = 0.0
    with open_desk(folder, writing=False) as desk:
        print(f"{'first 50 hits of':<34} {'hits':>8}  first ms  median ms")
        for query in (*QUERIES, *commonest_beginnings(folder / "frhearing.db")):
            for scope in (None, hearing):
                took = times(lambda q=query, s=scope: searching.search(desk, q, s))
                count, more = searching.count_hits(desk, query, scope)
                worst = max(worst, statistics.median(took))
                name = f"“{query}”" + (" in the hearing" if scope else "")
                print(f"{name:<34} {count:>7}{'+' if more else ' '}  {took[0]:8.1f}  {statistics.median(took):9.1f}")
        question = hearings.get_hearing(desk, hearing).questions[0].id
        ids = testimony.list_ids(desk, hearing, CommentFilter())
        other: dict[str, Callable[[], object]] = {
            "number of hits of “the”": lambda: searching.count_hits(desk, "the"),
            "ids of all, by number": lambda: testimony.list_ids(desk, hearing, CommentFilter()),
            **{
                f"ids of all, by {sort}": lambda s=sort: testimony.list_ids(desk, hearing, CommentFilter(sort=s))
                for sort in SortBy
            },
            "ids to tag": lambda: testimony.list_ids(desk, hearing, CommentFilter(stances=(NOT_TAGGED,))),
            "ids holding “the”": lambda: testimony.list_ids(desk, hearing, CommentFilter(text="the")),
            "ids holding “bodu”": lambda: testimony.list_ids(desk, hearing, CommentFilter(text="bodu")),
            "ids of No. 77": lambda: testimony.list_ids(desk, hearing, CommentFilter(text="No. 77")),
            "128 rows from the middle": lambda: testimony.rows(desk, ids[50_000:50_128], question),
            "one comment in full": lambda: testimony.get_comment(desk, ids[500]),
            "counters": lambda: testimony.facets(desk, hearing),
            "themes": lambda: codebook.list_themes(desk, hearing),
            "cards on Home": lambda: hearings.list_hearings(desk),
            "group of an unknown organization": lambda: testimony.suggest_group(desk, "Nobody", "No such club"),
            "known names for “A”": lambda: testimony.known_names(desk, "A"),
            "200 lines of the audit log": lambda: records.audit_log(desk, hearing),
        }
        print(f"\n{'':<34} first ms  median ms")
        for what, ask in other.items():
            took = times(ask)
            print(f"{what:<34} {took[0]:8.1f}  {statistics.median(took):9.1f}")
        for what, ask in {
            "tally": lambda: figures.tally(desk, hearing),
            "check of everything": lambda: records.check(desk),
        }.items():
            print(f"{what:<34} {times(ask, 1)[0]:8.1f}")
    print(f"\nslowest median of a search: {worst:.1f} ms (bar {BAR})")
    return 0 if worst <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
