"""The template of a campaign: the shingles that its letters share. It joins campaigns and attaches what remains."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from frhearing.analysis.form_letters.words import Hashes, Places

SHARED_BY = 0.5
"""A shingle belongs to the template if at least this share of the letters has it."""

ONE_CAMPAIGN = 0.7
"""Templates that share so much of the larger one are one campaign; at 0.3 rival campaigns fused."""

EXTENDED = 0.9
"""A template that stands in a longer one to this share is the same campaign in two lengths. A rival that answers a
letter takes over less of it: measured, 0.7 of the smaller one fused rivals."""

LEAST_CONTAINED = 0.18
LEAST_HITS = 10
"""A letter is attached that holds at least this share and this number of a template's shingles..."""

MOST = 0.5
"""...and most of the template, or that is mostly template itself, ..."""

LEAST_OF_ITS_OWN = 0.13
LONGEST_STRETCH = 7.0
"""...or else is the template changed word by word: what is left of it comes in short stretches, so many shingles on
average. A letter that takes over a whole paragraph and says the rest in its own words is a letter of its own:
105 such letters are in the test data."""

SAMPLE = 200
"""So many different letters of a campaign are looked at for its template."""


_BITS = 20
"""By so many first bits most shingles are known to be of no template before they are looked up."""

PART = 20_000
"""So many texts are worked on together: what is needed of them at once stays small."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The different texts of a hearing, ``PART`` by ``PART``: shingles, where each text's begin; its copies."""

    parts: Sequence[tuple[Hashes, Places]]
    copies: Places

    def of(self, text: int) -> Hashes:
        """Return the distinct shingles of one text, sorted."""
        shingles, starts = self.parts[text // PART]
        at = text % PART
        own = np.sort(shingles[starts[at] : starts[at + 1]])
        new = np.ones(len(own), bool)
        np.not_equal(own[1:], own[:-1], out=new[1:])
        distinct: Hashes = own[new]
        return distinct


@dataclass(frozen=True, slots=True)
class Template:
    """What the letters of a campaign share, sorted, and the text that is most like it."""

    shingles: Hashes
    typical: int

    @classmethod
    def of(cls, corpus: Corpus, texts: Places) -> "Template":
        """Take the shingles that at least half of the letters have; copies weigh as many as they are.

        Of texts that are as typical that stands for all which came most often, then the first.
        """
        texts = _sample(corpus, texts)
        each = [corpus.of(text) for text in texts.tolist()]
        weights = corpus.copies[texts]
        lengths = np.array([len(one) for one in each])
        found, place = np.unique(np.concatenate(each), return_inverse=True)
        support = np.bincount(place, np.repeat(weights, lengths))
        chosen = support >= SHARED_BY * weights.sum()
        shared = np.add.reduceat(chosen[place], np.cumsum(lengths) - lengths, dtype=np.int64)
        likeness = shared / (lengths + int(chosen.sum()) - shared)
        best = np.lexsort((-texts, weights, likeness))[-1]
        return cls(found[chosen], int(texts[best]))


def _sample(corpus: Corpus, texts: Places) -> Places:
    """Return at most ``SAMPLE`` of the texts, that with the most copies among them; always the same ones."""
    if len(texts) <= SAMPLE:
        return texts
    most = texts[np.argmax(corpus.copies[texts])]
    return np.union1d(np.random.default_rng(0).choice(texts, SAMPLE - 1, replace=False), most)


def one_campaign(templates: Sequence[Hashes]) -> list[int]:
    """Return for each template the first one it is one campaign with, itself if none."""
    tops = list(range(len(templates)))
    sizes = [len(one) for one in templates]
    owners: dict[int, list[int]] = {}
    for number, one in enumerate(templates):
        shared: dict[int, int] = {}
        for shingle in one.tolist():
            for other in owners.setdefault(shingle, []):
                shared[other] = shared.get(other, 0) + 1
            owners[shingle].append(number)
        for other, count in shared.items():
            small, large = sorted((sizes[number], sizes[other]))
            if count >= ONE_CAMPAIGN * large or count >= EXTENDED * small:
                a, b = _top(tops, number), _top(tops, other)
                tops[max(a, b)] = min(a, b)
    return [_top(tops, number) for number in range(len(templates))]


def _top(tops: list[int], at: int) -> int:
    """Return the first template of a chain."""
    while tops[at] != at:
        at = tops[at]
    return at


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates at once: each shingle that belongs to one alone, and whose it is."""

    shingles: Hashes
    owners: Places
    sizes: Places

    @classmethod
    def of(cls, each: Sequence[Hashes]) -> "Templates":
        """Put templates together; what several have is a stock phrase and tells nothing."""
        if not each:
            none = np.empty(0, np.int64)
            return cls(np.empty(0, np.uint32), none, none)
        everything = np.concatenate(each)
        owners = np.repeat(np.arange(len(each)), [len(one) for one in each])
        found, first, times = np.unique(everything, return_index=True, return_counts=True)
        alone = times == 1
        owners = owners[first[alone]]
        return cls(found[alone], owners, np.bincount(owners, minlength=len(each)))

    def attach(self, corpus: Corpus, texts: Places) -> dict[int, int]:
        """Return which of the texts, in order, belong to which template by what they contain of it."""
        found: dict[int, int] = {}
        if len(self.shingles):
            for number, (shingles, starts) in enumerate(corpus.parts):
                first, last = np.searchsorted(texts, (number * PART, (number + 1) * PART))
                own = self._attach(shingles, starts, texts[first:last] - number * PART)
                found |= {text + number * PART: template for text, template in own.items()}
        return found

    def _attach(self, shingles: Hashes, starts: Places, texts: Places) -> dict[int, int]:
        """Attach texts of one part."""
        if not len(texts):
            return {}
        lengths = starts[texts + 1] - starts[texts]
        place = np.repeat(starts[texts] - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
        hit, at = self._find(shingles[place])
        text = np.repeat(np.arange(len(texts)), lengths)[hit]
        key = text * len(self.sizes) + self.owners[at]
        pair, stretches = np.unique(key[_begins(hit, key)], return_counts=True)
        found = _distinct(text * len(self.shingles) + at)
        hits = np.bincount(
            np.searchsorted(
                pair, found // len(self.shingles) * len(self.sizes) + self.owners[found % len(self.shingles)]
            )
        )
        text, owner = pair // len(self.sizes), pair % len(self.sizes)
        contained, own = hits / self.sizes[owner], hits / lengths[text]
        enough = (contained >= MOST) | (own >= MOST)
        enough |= (own >= LEAST_OF_ITS_OWN) & (hits <= LONGEST_STRETCH * stretches)
        enough &= (hits >= LEAST_HITS) & (contained >= LEAST_CONTAINED)
        best: dict[int, tuple[int, int]] = {}
        for one, whose, count in zip(
            texts[text[enough]].tolist(), owner[enough].tolist(), hits[enough].tolist(), strict=True
        ):
            best[one] = max(best.get(one, (0, 0)), (count, -whose))
        return {one: -whose for one, (_, whose) in best.items()}

    def _find(self, wanted: Hashes) -> tuple[Places, Places]:
        """Return the places of those shingles that are of a template, and where they stand among the templates'."""
        beginnings = np.zeros(1 << _BITS, bool)
        beginnings[self.shingles >> np.uint32(32 - _BITS)] = True
        hit = np.flatnonzero(beginnings[wanted >> np.uint32(32 - _BITS)])
        at = np.searchsorted(self.shingles, wanted[hit])
        at[at == len(self.shingles)] = 0
        same = self.shingles[at] == wanted[hit]
        return hit[same], at[same]


def _distinct(numbers: Places) -> Places:
    """Return numbers sorted, each once; several times as fast as numpy's own for many that are different."""
    numbers.sort()
    new = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    return numbers[new]


def _begins(places: Places, key: Places) -> npt.NDArray[np.bool_]:
    """Return which hits begin a stretch: the place before is no hit of the same letter and template."""
    begins = np.ones(len(places), bool)
    begins[1:] = (np.diff(places) != 1) | (np.diff(key) != 0)
    return begins
