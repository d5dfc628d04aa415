"""Groups the texts of a hearing into campaigns of form letters; texts of no campaign are in no group."""

import gc
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from frhearing.analysis.form_letters.clusters import ALL_BUT_THE_SAME, agreement, clusters
from frhearing.analysis.form_letters.parts import body
from frhearing.analysis.form_letters.signatures import MINHASHES, Signatures, signatures
from frhearing.analysis.form_letters.templates import PART, Corpus, Template, Templates, one_campaign
from frhearing.analysis.form_letters.words import Hashes, Places, Vocabulary, shingled, words

LEAST_LETTERS = 5
"""A cluster of similar texts is a campaign from this number of letters on."""

LEAST_NEAR_COPIES = 3
"""So few are one if they are all but the same: ``clusters.ALL_BUT_THE_SAME`` of each agrees with the first."""

LEAST_COPIES = 2
"""The same text word for word is a campaign from this number of copies on."""

WORDS_TO_COMPARE = 30
"""A text of fewer words is only ever joined to the same text: short ones are alike by chance."""

WORDS_OF_A_LETTER = 5
"""A text of fewer words ("See attached file") is no form letter, however often it comes."""

Tick = Callable[[float], None]
"""Told how far a task is, from 0 to 1; it may raise to stop the task."""


@dataclass(frozen=True, slots=True)
class Group:
    """One campaign: the places of its letters in the order they were given, and of one that stands for all."""

    members: tuple[int, ...]
    master: int


def key_of(found: Sequence[str]) -> int:
    """Return what is the same for two texts of the same words, while the program runs."""
    return hash(tuple(found))


def no_tick(_: float) -> None:
    """Listen to no progress."""


def group(texts: Iterable[str], tick: Tick = no_tick, total: int = 0) -> list[Group]:
    """Return the campaigns among texts, the largest first; ``total`` is their number, for the progress."""
    reading = _Reading(tick, total)
    running = gc.isenabled()
    gc.disable()  # millions of words come and go; looking for circles among them takes a tenth of the time
    try:
        for text in texts:
            reading.add(text)
    finally:
        if running:
            gc.enable()
    corpus, found = reading.finish()
    tick(0.55)
    labels, typical_ones = _campaigns(corpus, found, reading.long, tick)
    tick(0.97)
    return _groups(labels, typical_ones, corpus, reading)


class _Reading:
    """Reads texts once: the same text is worked on once, whatever the greeting and the name below it.

    ``different`` is the number of each text among the different ones; ``long`` are those that can be compared,
    ``letters`` says of each whether it has words enough for a letter.
    """

    def __init__(self, tick: Tick, total: int) -> None:
        self.different: list[int] = []
        self.letters: list[bool] = []
        self._long: list[int] = []
        self._tick, self._total = tick, max(1, total)
        self._raw: dict[int, int] = {}
        self._bodies: dict[int, int] = {}
        self._waiting: list[list[str]] = []
        self._parts: list[tuple[Hashes, Places]] = []
        self._signatures: list[Signatures] = []
        self._vocabulary = Vocabulary()

    @property
    def long(self) -> Places:
        """The different texts that are long enough to be compared."""
        return np.array(self._long, np.int64)

    def add(self, text: str) -> None:
        """Take one text."""
        raw = hash(text)
        number = self._raw.get(raw)
        if number is None:
            found = words(body(text))
            number = self._bodies.setdefault(key_of(found), len(self.letters))
            if number == len(self.letters):
                if len(found) >= WORDS_TO_COMPARE:
                    self._long.append(number)
                self.letters.append(len(found) >= WORDS_OF_A_LETTER)
                self._waiting.append(found)
                if len(self._waiting) == PART:
                    self._flush()
            self._raw[raw] = number
        self.different.append(number)

    def _flush(self) -> None:
        """Turn the words that wait into shingles and signatures."""
        shingles, starts = shingled(self._waiting, self._vocabulary)
        first = len(self._parts) * PART
        long = np.array(self._long[bisect_left(self._long, first) :], np.int64) - first
        self._parts.append((shingles, starts))
        self._signatures.append(signatures(shingles, starts)[long])
        self._waiting = []
        self._tick(min(0.5, 0.5 * len(self.different) / self._total))

    def finish(self) -> tuple[Corpus, Signatures]:
        """Return the different texts, and the signatures of the long ones."""
        if self._waiting:
            self._flush()
        self._raw.clear()
        self._bodies.clear()
        found = np.concatenate(self._signatures) if self._parts else np.empty((0, MINHASHES), np.uint32)
        self._signatures.clear()
        return Corpus(self._parts, np.bincount(np.array(self.different, np.int64), minlength=len(self.letters))), found


def _campaigns(corpus: Corpus, found: Signatures, long: Places, tick: Tick) -> tuple[Places, list[int]]:
    """Return the campaign of each different text, -1 for those of none, and each campaign's typical text."""
    labels = np.full(len(corpus.copies), -1)
    if not len(long):
        return labels, []
    together = clusters(found)
    tick(0.85)
    _, place = np.unique(together, return_inverse=True)
    sizes = np.bincount(place, corpus.copies[long])
    order = np.argsort(place, kind="stable")
    bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.bincount(place))))
    big = np.flatnonzero(sizes >= LEAST_LETTERS)
    big = big[np.argsort(-sizes[big], kind="stable")]
    members = [long[order[bounds[one] : bounds[one + 1]]] for one in big.tolist()]
    templates = [Template.of(corpus, one) for one in members]
    members, templates = _joined(corpus, members, templates)
    for number, one in enumerate(members):
        labels[one] = number
    tick(0.92)
    known = Templates.of([one.shingles for one in templates])
    for text, campaign in known.attach(corpus, long[labels[long] < 0]).items():
        labels[text] = campaign
    loose = labels[long] < 0
    for one in _few_alike(found, together, loose, corpus.copies[long]):
        labels[long[one]] = len(templates)
        templates.append(Template.of(corpus, long[one]))
    return labels, [one.typical for one in templates]


def _few_alike(found: Signatures, together: Places, loose: npt.NDArray[np.bool_], copies: Places) -> list[Places]:
    """Return clusters of a few loose texts that are all but the same, as places in ``found``."""
    rest = np.flatnonzero(loose)
    rest = rest[agreement(found, rest, together[rest]) >= ALL_BUT_THE_SAME]
    rest = rest[np.argsort(together[rest], kind="stable")]
    parts = np.split(rest, np.flatnonzero(np.diff(together[rest])) + 1)
    return [part for part in parts if len(part) > 1 and copies[part].sum() >= LEAST_NEAR_COPIES]


def _joined(corpus: Corpus, members: list[Places], templates: list[Template]) -> tuple[list[Places], list[Template]]:
    """Return clusters with their templates, those put together that are one campaign by these."""
    together: dict[int, list[int]] = {}
    for number, top in enumerate(one_campaign([one.shingles for one in templates])):
        together.setdefault(top, []).append(number)
    joined, shared = [], []
    for numbers in together.values():
        texts = np.sort(np.concatenate([members[number] for number in numbers]))
        joined.append(texts)
        shared.append(templates[numbers[0]] if len(numbers) == 1 else Template.of(corpus, texts))
    return joined, shared


def _groups(labels: Places, typical_ones: list[int], corpus: Corpus, reading: _Reading) -> list[Group]:
    """Return the campaigns with every copy of their texts; a text that only came word for word stands alone."""
    alone = (labels < 0) & (corpus.copies >= LEAST_COPIES) & np.array(reading.letters, bool)
    final = np.where(alone, len(labels) + np.arange(len(labels)), labels)
    different = np.array(reading.different, np.int64)
    of_each = final[different]
    inside = np.flatnonzero(of_each >= 0)
    order = inside[np.argsort(of_each[inside], kind="stable")]
    cuts = np.flatnonzero(np.diff(of_each[order])) + 1
    found = []
    for members in np.split(order, cuts):
        if len(members):
            label = int(of_each[members[0]])
            stands_for_all = typical_ones[label] if label < len(typical_ones) else label - len(labels)
            master = int(members[np.argmax(different[members] == stands_for_all)])
            found.append(Group(tuple(members.tolist()), master))
    return sorted(found, key=lambda one: (-len(one.members), one.members[0]))


def typical(texts: Sequence[str]) -> int:
    """Return the place of the text that is most like all of them; at least one is needed."""
    reading = _Reading(no_tick, len(texts))
    for text in texts:
        reading.add(text)
    corpus, _ = reading.finish()
    return reading.different.index(Template.of(corpus, np.arange(len(corpus.copies))).typical)
