"""How well and how fast form letters are found, beside datasketch, and beside what real dockets say of themselves.

Usage: python tests/bench/bench_form_letters.py [COUNT] [--million]     (10,000 natural texts if none are given)

Bars: pair precision ≥ 0.999 and recall ≥ 0.99, ≤ 1 s, ≥ 5 × as fast as datasketch where that is installed; a million
texts ≤ 90 s. Seconds are told twice: on the clock, and of the processor, which a busy machine changes less.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from natural_letters import Docket  # noqa: E402  the paths come first
from real_letters import federal, police  # noqa: E402

from frhearing.analysis.form_letters.arrivals import Arrivals  # noqa: E402
from frhearing.analysis.form_letters.grouping import group  # noqa: E402
from frhearing.analysis.form_letters.words import words  # noqa: E402

DATA = ROOT.parent / "shared" / "data"


def pair_count(labels: Sequence[Hashable]) -> int:
    """The number of pairs with the same label."""
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def score(found: Sequence[Hashable], truth: Sequence[Hashable]) -> tuple[float, float]:
    """Pair precision and pair recall."""
    both = pair_count(list(zip(found, truth, strict=True)))
    return both / max(1, pair_count(found)), both / max(1, pair_count(truth))


def ours(texts: Sequence[str]) -> list[Hashable]:
    """The group of each text; a text of none is alone."""
    labels: list[Hashable] = [("alone", place) for place in range(len(texts))]
    for number, one in enumerate(group(texts, total=len(texts))):
        for place in one.members:
            labels[place] = number
    return labels


def datasketch(texts: Sequence[str]) -> list[Hashable]:
    """The same by datasketch: 128 minhashes in bulk, then its index at 0.5; the first hit joins."""
    from datasketch import MinHash, MinHashLSH

    shingles = []
    for text in texts:
        said = words(text)
        shingles.append([" ".join(said[i : i + 3]).encode() for i in range(max(1, len(said) - 2))])
    index = MinHashLSH(threshold=0.5, num_perm=128)
    labels: list[Hashable] = []
    for place, signature in enumerate(MinHash.bulk(shingles, num_perm=128)):
        hits = index.query(signature)
        labels.append(labels[min(hits)] if hits else place)
        index.insert(place, signature)
    return labels


def timed(
    find: Callable[[Sequence[str]], list[Hashable]], texts: Sequence[str], rounds: int
) -> tuple[list[Hashable], float, float]:
    """What was found, and the least seconds it took: on the clock and of the processor."""
    best, least = float("inf"), float("inf")
    labels: list[Hashable] = []
    for _ in range(rounds):
        clock, processor = time.perf_counter(), time.process_time()
        labels = find(texts)
        best, least = min(best, time.perf_counter() - clock), min(least, time.process_time() - processor)
    return labels, best, least


def natural(count: int, rounds: int) -> None:
    """Natural texts with five levels of editing."""
    docket = Docket()
    letters = docket.letters(count)
    texts = [letter[0] for letter in letters]
    truth: list[Hashable] = [("alone", n) if letter[1] < 0 else letter[1] for n, letter in enumerate(letters)]
    print(f"{count:,} texts of {docket.source}, {sum(len(t.split()) for t in texts) // count} words on average")
    results = {}
    for name, find in (("frhearing", ours), ("datasketch", datasketch)):
        if name == "datasketch" and count > 50_000:
            continue
        try:
            labels, clock, processor = timed(find, texts, rounds)
        except ImportError:
            print("  datasketch is not installed: not compared")
            continue
        results[name] = clock, processor
        told = "precision {:.4f} recall {:.4f}".format(*score(labels, truth))
        print(f"  {name:<11}{told}  {clock:7.2f} s ({processor:.2f} s of the processor)")
        if name == "frhearing":
            _levels(labels, letters)
    if len(results) == 2:
        by_clock, by_processor = (
            theirs / own for theirs, own in zip(results["datasketch"], results["frhearing"], strict=True)
        )
        print(f"  {by_clock:.1f} × as fast as datasketch in this run ({by_processor:.1f} × by the processor)")


def _levels(labels: Sequence[Hashable], letters: Sequence[tuple[str, int, int]]) -> None:
    """How many letters of each level stand where most of their campaign do."""
    most = {
        campaign: Counter(label for label, one in zip(labels, letters, strict=True) if one[1] == campaign).most_common(
            1
        )[0][0]
        for campaign in {one[1] for one in letters if one[1] >= 0}
    }
    for level, name in enumerate(("copy", "greeting and signature", "own sentence", "words changed", "rewritten")):
        hits = [label == most[one[1]] for label, one in zip(labels, letters, strict=True) if one[2] == level]
        print(f"      {name:<24}{sum(hits) / len(hits):.3f} of {len(hits):,}")


def arriving(known: int = 8_000, new: int = 2_000) -> None:
    """New letters matched one by one with campaigns that are known by at most a hundred letters each."""
    letters = Docket().letters(known + new)
    campaigns: dict[int, list[str]] = {}
    for text, campaign, _ in letters[:known]:
        if campaign >= 0 and len(campaigns.setdefault(campaign, [])) < 100:
            campaigns[campaign].append(text)
    clock = time.perf_counter()
    arrivals = Arrivals(campaigns)
    built, clock = time.perf_counter() - clock, time.perf_counter()
    found = [arrivals.match(text) for text, _, _ in letters[known:]]
    each = (time.perf_counter() - clock) / new
    truth = [campaign if campaign >= 0 else None for _, campaign, _ in letters[known:]]
    right = sum(a == b for a, b in zip(found, truth, strict=True) if b is not None)
    wrong = sum(a != b for a, b in zip(found, truth, strict=True) if a is not None)
    print(
        f"{new:,} new letters beside {len(campaigns)} campaigns: {right} of {sum(c is not None for c in truth)} known, "
        f"{wrong} wrongly, {1000 * each:.2f} ms each after {built:.2f} s"
    )


def main(arguments: Sequence[str]) -> None:
    """Run what was asked for."""
    counts = [int(argument.replace(",", "")) for argument in arguments if argument[:1].isdigit()]
    natural(counts[0] if counts else 10_000, 3)
    arriving()
    if DATA.is_dir():
        federal(DATA, score)
        police(DATA)
    if "--million" in arguments:
        natural(1_000_000, 1)


if __name__ == "__main__":
    main(sys.argv[1:])
