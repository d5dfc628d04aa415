"""Groups the texts of a hearing into campaigns of form letters; texts of no campaign are in no group."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from frhearing.analysis.form_letters.clusters import clusters
from frhearing.analysis.form_letters.parts import body
from frhearing.analysis.form_letters.signatures import signatures
from frhearing.analysis.form_letters.templates import Corpus, Templates, most_typical, one_campaign, template
from frhearing.analysis.form_letters.words import Hashes, Places, Vocabulary, shingled, words

LEAST_LETTERS = 5
"""A cluster of similar texts is a campaign from this number of letters on."""

LEAST_COPIES = 2
"""The same text word for word is a campaign from this number of copies on."""

WORDS_TO_COMPARE = 30
"""A text of fewer words is only ever joined to the same text: short ones are alike by chance."""

WORDS_OF_A_LETTER = 5
"""A text of fewer words ("See attached file") is no form letter, however often it comes."""

_PART = 20_000

Tick = Callable[[float], None]
"""Told how far a task is, from 0 to 1; it may raise to stop the task."""


@dataclass(frozen=True, slots=True)
class Group:
    """One campaign: the places of its letters in the order they were given, and of one that stands for all."""

    members: tuple[int, ...]
    master: int


def key_of(found: list[str]) -> bytes:
    """Return what is the same for two texts of the same words."""
    return hashlib.blake2b(" ".join(found).encode("utf-8", "replace"), digest_size=16).digest()


def no_tick(_: float) -> None:
    """Listen to no progress."""


def group(texts: Iterable[str], tick: Tick = no_tick, total: int = 0) -> list[Group]:
    """Return the campaigns among texts, the largest first; ``total`` is their number, for the progress."""
    reading = _Reading(tick, total)
    for text in texts:
        reading.add(text)
    reading.flush()
    corpus = reading.corpus()
    tick(0.55)
    labels = _campaigns(corpus, np.array(reading.lengths, np.int64), tick)
    tick(0.97)
    return _groups(labels, np.array(reading.different, np.int64), corpus, np.array(reading.lengths, np.int64))


class _Reading:
    """Reads texts once: the same text is worked on once, whatever the greeting and the name below it."""

    def __init__(self, tick: Tick, total: int) -> None:
        self.different: list[int] = []
        self.lengths: list[int] = []
        self._tick, self._total = tick, max(1, total)
        self._raw: dict[str, int] = {}
        self._bodies: dict[bytes, int] = {}
        self._waiting: list[list[str]] = []
        self._shingles: list[Hashes] = []
        self._counts: list[Places] = []
        self._vocabulary = Vocabulary()

    def add(self, text: str) -> None:
        """Take one text."""
        number = self._raw.get(text)
        if number is None:
            found = words(body(text))
            key = key_of(found)
            number = self._bodies.get(key)
            if number is None:
                number = self._bodies[key] = len(self.lengths)
                self.lengths.append(len(found))
                self._waiting.append(found)
                if len(self._waiting) >= _PART:
                    self.flush()
            self._raw[text] = number
        self.different.append(number)

    def flush(self) -> None:
        """Turn the words that wait into shingles."""
        if self._waiting:
            shingles, starts = shingled(self._waiting, self._vocabulary)
            self._shingles.append(shingles)
            self._counts.append(np.diff(starts))
            self._waiting = []
        self._tick(min(0.5, 0.5 * len(self.different) / self._total))

    def corpus(self) -> Corpus:
        """Return the different texts."""
        self._raw.clear()
        self._bodies.clear()
        counts = np.concatenate(self._counts) if self._counts else np.empty(0, np.int64)
        shingles = np.concatenate(self._shingles) if self._shingles else np.empty(0, np.uint32)
        self._shingles.clear()
        starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts)))
        return Corpus(shingles, starts, np.bincount(np.array(self.different, np.int64), minlength=len(counts)))


def _campaigns(corpus: Corpus, lengths: Places, tick: Tick) -> Places:
    """Return the campaign of each different text, -1 for those of none."""
    texts = len(lengths)
    labels = np.full(texts, -1)
    long = np.flatnonzero(lengths >= WORDS_TO_COMPARE)
    if not len(long):
        return labels
    found = clusters(signatures(corpus.shingles, corpus.starts)[long])
    tick(0.85)
    _, place = np.unique(found, return_inverse=True)
    sizes = np.bincount(place, corpus.copies[long])
    order = np.argsort(place, kind="stable")
    bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.bincount(place))))
    big = np.flatnonzero(sizes >= LEAST_LETTERS)
    big = big[np.argsort(-sizes[big], kind="stable")]
    members = [long[order[bounds[one] : bounds[one + 1]]] for one in big.tolist()]
    members = _joined(corpus, members)
    for number, one in enumerate(members):
        labels[one] = number
    tick(0.92)
    templates = Templates.of([template(corpus, one) for one in members])
    for text, campaign in templates.attach(corpus, long[labels[long] < 0]).items():
        labels[text] = campaign
    return labels


def _joined(corpus: Corpus, members: list[Places]) -> list[Places]:
    """Return clusters with those put together that are one campaign by their templates."""
    together: dict[int, list[Places]] = {}
    for one, top in zip(members, one_campaign([template(corpus, one) for one in members]), strict=True):
        together.setdefault(top, []).append(one)
    return [np.sort(np.concatenate(parts)) for parts in together.values()]


def _groups(labels: Places, different: Places, corpus: Corpus, lengths: Places) -> list[Group]:
    """Return the campaigns with every copy of their texts; a text that only came word for word stands alone."""
    alone = (labels < 0) & (corpus.copies >= LEAST_COPIES) & (lengths >= WORDS_OF_A_LETTER)
    final = np.where(alone, len(labels) + np.arange(len(labels)), labels)
    of_each = final[different]
    inside = np.flatnonzero(of_each >= 0)
    order = inside[np.argsort(of_each[inside], kind="stable")]
    cuts = np.flatnonzero(np.diff(of_each[order])) + 1
    found = []
    for members in np.split(order, cuts):
        if len(members):
            typical = most_typical(corpus, np.unique(different[members]))
            master = int(members[np.argmax(different[members] == typical)])
            found.append(Group(tuple(members.tolist()), master))
    return sorted(found, key=lambda one: (-len(one.members), one.members[0]))


def typical(texts: Sequence[str]) -> int:
    """Return the place of the text that is most like all of them; at least one is needed."""
    reading = _Reading(no_tick, len(texts))
    for text in texts:
        reading.add(text)
    reading.flush()
    corpus = reading.corpus()
    return reading.different.index(most_typical(corpus, np.arange(len(corpus.copies))))
