"""Made-up comments as real ones are long: about 79 words, drawn from a vocabulary in which few words are common."""

import hashlib
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from frhearing.desk import codebook, hearings
from frhearing.desk.desk import open_desk
from frhearing.model.comment import Channel, NewComment
from frhearing.model.hearing import NewHearing
from frhearing.model.position import STANCES
from frhearing.model.question import NewQuestion
from frhearing.store.imports import Batch, ImportedRow, SourceFile, add_batch

WORDS_EACH, VOCABULARY = 79, 30_000
_SYLLABLES = [c + v for c in "bcdfghklmnprstvw" for v in "aeiou"]


def vocabulary(rng: random.Random) -> list[str]:
    """So many different words, the commonest first and short."""
    words = ["the", "and", "to", "of", "this", "that", "park", "police", "street", "council"]
    known = set(words)
    while len(words) < VOCABULARY:
        word = "".join(rng.choices(_SYLLABLES, k=1 + min(5, 1 + len(words) // 300 % 5)))
        if word not in known:
            known.add(word)
            words.append(word)
    return words


def texts(count: int, seed: int = 1) -> Iterator[str]:
    """So many comments; the n-th commonest word stands in them 1/n as often as the commonest (Zipf)."""
    rng = random.Random(seed)
    words = vocabulary(rng)
    weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    for _ in range(count):
        length = max(3, int(rng.gauss(WORDS_EACH, 30)))
        yield " ".join(rng.choices(words, cum_weights=weights, k=length)).capitalize() + "."


def fill(folder: Path, count: int) -> int:
    """Make a store with one hearing of so many comments, tagged for the most part; gives the hearing's id."""
    rng = random.Random(2)
    with open_desk(folder, who="bench") as desk:
        asked = (NewQuestion("Should it stay?", "Keep it.", "Lift it."),)
        hearing, _ = hearings.create_hearing(desk, NewHearing("A large hearing", "Council", "2026-02-20", "", asked))
        for name in ("Privacy", "Safety", "Cost"):
            codebook.add_theme(desk, hearing, name)
        groups = {g.id: g.name for g in codebook.list_groups(desk)}
        rows = []
        for i, text in enumerate(texts(count)):
            group = rng.choice([None, *groups])
            comment = NewComment(
                text=text,
                name=f"{rng.choice('ABCDEFGHJKLM')}{rng.choice(_SYLLABLES)} {rng.choice(_SYLLABLES).title()}{i % 977}",
                organization=f"Club {i % 300}" if i % 5 == 0 else "",
                group_id=group,
                channel=rng.choice([Channel.EMAIL, Channel.WEB_FORM, Channel.POST]),
                received_at=f"2026-02-{1 + i % 20:02}T{i % 24:02}:00:00Z",
                stances={1: rng.choice(STANCES)} if rng.random() < 0.7 else {},
            )
            rows.append(ImportedRow(comment, group, groups.get(group or 0, ""), 0, str(i + 1)))
        source = SourceFile(hashlib.sha256(b"bench").hexdigest(), "bench.csv", count, "csv")
        with desk.store.action("import", "bench.csv", hearing) as writing:
            add_batch(writing.act, hearing, Batch("bench.csv", (source,), rows, (), 0, {}), lambda _done: None)
    return hearing


def store_of(count: int) -> tuple[Path, int]:
    """A store with so many comments, made once and kept between runs in the system's temporary folder."""
    from frhearing.store import schema, triggers
    from frhearing.store.version import VERSION

    laid = [str(VERSION), *schema.statements(), *triggers.all_triggers()]
    shape = hashlib.sha256("".join(laid).encode()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / f"frhearing-bench-{os.getuid()}-{count}-{shape}"
    done = folder / "done"
    if not done.exists():
        print(f"making a store of {count:,} comments in {folder}", file=sys.stderr)
        done.parent.mkdir(mode=0o700, exist_ok=True)
        done.write_text(str(fill(folder, count)))
    return folder, int(done.read_text())
