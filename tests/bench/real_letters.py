"""Form letters of real dockets: the federal ones beside their own key, the letters on police budgets pair by pair.

Every difference from the key was looked at, letter by letter; what was seen stands in ``SEEN`` and is printed below
the numbers. The key joins in ``comp`` whatever hangs together by pairs, and cuts that finer in ``clust``.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path

from frhearing.analysis.form_letters.difference import Master
from frhearing.analysis.form_letters.grouping import WORDS_TO_COMPARE, Group, group
from frhearing.analysis.form_letters.parts import body
from frhearing.analysis.form_letters.words import words

Score = Callable[[Sequence[Hashable], Sequence[Hashable]], tuple[float, float]]
Row = dict[str, str]

SEEN = {
    "EPA-HQ-OLEM-2019-0361-0001": (
        "The one in our group of 8 has nearly all words of that group's letter: the key's slip.",
        "Of the three alone one says it all in other words and two keep the first sentence only: letters of their own.",
        "The two of comp 5 are one letter reworded, and too few to be told: our miss.",
    ),
    "EPA-HQ-OPP-2015-0481-0050": (
        "The two of comp 7 are the whole form letter below a paragraph of their own: ours is right.",
        "Comp 1 strings everything together that shares a phrase. Our 116 and 38 are two form letters with hardly a "
        "word in common; the rest are short pleas, and talking points put in everyone's own words.",
        "One of 16 words has the short form with two words more (below 30 words only the same text is joined); some "
        "longer ones hold a form paragraph, and some ten begin with one form sentence, and go on by themselves: told "
        "apart by intent.",
        "Comps 2, 4, 5 and 6 are pleas of 5 to 39 words on one subject, no two of one text.",
    ),
    "EPA-R05-OAR-2020-0055-0007": ("All are one letter. The finer cut sorts them by what their senders added.",),
    "EPA-R06-OAR-2020-0510-0001": (
        "The 21 of comp 3 are the letter of the 81 with a request for a meeting put in: two versions of one campaign, "
        "which the clerk may split.",
        "Comp 2 joins three letters that share the sentence naming the permit and go on with different texts: ours "
        "keeps them apart.",
    ),
    "USDA-2020-0003-0001": ("The two alone are the same request in other words, four letters in all: our miss.",),
}


def federal(data: Path, score: Score) -> None:
    """Print each federal docket: precision and recall, the groups, and each difference."""
    for path in sorted((data / "federal-cdo-dedup-comments").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        groups = group([row["text"] for row in rows])
        labels: list[Hashable] = [("alone", place) for place in range(len(rows))]
        for number, one in enumerate(groups):
            for place in one.members:
                labels[place] = number
        print(f"{path.stem}: {len(rows)} letters, groups of {[len(one.members) for one in groups]}")
        for key in ("comp", "clust"):
            told = score(labels, [row[key] for row in rows])
            print("  against {}: precision {:.4f} recall {:.4f}".format(key, *told))
        for line in (*_joined_by_us(rows, groups), *_joined_by_the_key(rows, labels, groups)):
            print(f"    {line}")
        for line in SEEN.get(path.stem, ()):
            print(f"    seen: {line}")


def _joined_by_us(rows: Sequence[Row], groups: Sequence[Group]) -> Iterator[str]:
    """Tell of each of our groups which letters the key has elsewhere, and how much of the master these have."""
    for one in groups:
        main = Counter(rows[place]["comp"] for place in one.members).most_common(1)[0][0]
        master = Master(body(rows[one.master]["text"]))
        elsewhere: dict[str, list[float]] = defaultdict(list)
        for place in one.members:
            if rows[place]["comp"] != main:
                elsewhere[rows[place]["comp"]].append(_held(master, rows[place]["text"]))
        for comp, held in elsewhere.items():
            size, told = len(one.members), _range(held)
            yield f"in our group of {size}, for the key comp {comp}: {len(held)}, {told} of the master"


def _joined_by_the_key(rows: Sequence[Row], labels: Sequence[Hashable], groups: Sequence[Group]) -> Iterator[str]:
    """Tell of each comp of the key over which of our groups it is spread, and what those alone are."""
    for comp in sorted({row["comp"] for row in rows}, key=int):
        places = [place for place, row in enumerate(rows) if row["comp"] == comp]
        spread = Counter(label for place in places if isinstance(label := labels[place], int))
        alone = [place for place in places if not isinstance(labels[place], int)]
        if len(spread) + bool(alone) < 2 and len(alone) < 2:
            continue
        told = [f"{count} in our group of {len(groups[number].members)}" for number, count in spread.most_common()]
        if alone:
            long = [rows[place]["text"] for place in alone if len(words(rows[place]["text"])) >= WORDS_TO_COMPARE]
            masters = [Master(body(rows[one.master]["text"])) for one in groups]
            held = [max((_held(master, text) for master in masters), default=0.0) for text in long]
            short = len(alone) - len(long)
            told.append(
                f"{len(alone)} alone ({short} of less than {WORDS_TO_COMPARE} words, {_range(held)} of a master)"
            )
        yield f"comp {comp}: {', '.join(told)}"


def _held(master: Master, text: str) -> float:
    """The share of a master's words that a letter has, wherever they stand."""
    own = Counter(words(body(master.text)))
    return (own & Counter(words(body(text)))).total() / max(1, own.total())


def _range(shares: Sequence[float]) -> str:
    return f"{min(shares):.2f} to {max(shares):.2f}" if shares else "none"


def police(data: Path) -> None:
    """Print the letters on police budgets, each written for one city: every pair that is put together, to be judged."""
    paths = sorted((data / "police-form-letters").rglob("*.md"))
    texts = [_letter(path.read_text(encoding="utf-8")) for path in paths]
    found = group(texts)
    pairs = sum(len(one.members) * (len(one.members) - 1) // 2 for one in found)
    sizes = [len(one.members) for one in found]
    print(f"{len(paths)} letters on police budgets: {pairs} pairs put together, groups of {sizes}")
    for one in found:
        for a in one.members:
            near = [
                f"{paths[b].stem} {Master(texts[a]).compare(texts[b]).similarity:.2f}" for b in one.members if b > a
            ]
            if near:
                print(f"    {paths[a].stem} with {', '.join(near)}")
    alike = sorted(
        ((Master(texts[a]).compare(texts[b]).similarity, a, b) for b in range(len(texts)) for a in range(b)),
        reverse=True,
    )
    told = [f"{paths[a].stem} and {paths[b].stem} {share:.2f}" for share, a, b in alike[:6]]
    print(f"    most alike of those kept apart, by the words in common: {', '.join(told)}")
    print(
        "    seen: neighbours adapted one letter to their cities in twos to fives; with names and figures replaced "
        "fewer than five of them hang together, and none is told as a form letter."
    )


def _letter(text: str) -> str:
    """The letter in a file's front matter."""
    found = re.search(r"^body: (.*?)(?=^[a-z_]+:|\Z)", text.split("---")[1], re.DOTALL | re.MULTILINE)
    said = found.group(1).strip() if found else text
    said = said.removeprefix("|-").strip().strip('"').replace("\\\n", "").replace("\\n", "\n").replace('\\"', '"')
    return re.sub(r"\n[ \t]+", lambda blank: "\n\n" if "\n" in blank.group()[1:] else " ", said)
