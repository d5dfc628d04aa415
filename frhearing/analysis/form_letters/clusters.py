"""Joins texts whose signatures agree: bands find the candidates, the whole signature verifies them."""

import numpy as np
import numpy.typing as npt

from frhearing.analysis.form_letters.signatures import Signatures
from frhearing.analysis.form_letters.words import Places, mixed

BANDS = 16
ROWS = 4
LEAST_AGREEMENT = 0.6
"""The estimated Jaccard similarity from which two texts are joined. At 0.5 a chain of pairs fused rival campaigns of
several thousand letters; what is less alike is left to the templates."""

ALL_BUT_THE_SAME = 0.85
"""The estimated Jaccard similarity from which two texts differ by some words only."""

_PART = 200_000


def clusters(found: Signatures) -> Places:
    """Return a label for each text; texts with the same label hang together by verified pairs."""
    parents = list(range(len(found)))
    labels = np.arange(len(found))
    for band in range(BANDS):
        texts, leads = _candidates(found[:, band * ROWS : (band + 1) * ROWS])
        apart = labels[texts] != labels[leads]
        texts, leads = texts[apart], leads[apart]
        alike = agreement(found, texts, leads) >= LEAST_AGREEMENT
        for text, lead in zip(texts[alike].tolist(), leads[alike].tolist(), strict=True):
            _join(parents, text, lead)
        labels = _roots(parents)
    return labels


def _candidates(rows: Signatures) -> tuple[Places, Places]:
    """Return the texts whose band equals that of an earlier text, each with the first of that band."""
    key = rows[:, 0].astype(np.uint64)
    for column in range(1, rows.shape[1]):
        key = mixed(key * np.uint64(0x9E3779B97F4A7C15) + rows[:, column])
    order = np.argsort(key, kind="stable")
    sorted_keys = key[order]
    new = np.ones(len(order), bool)
    new[1:] = sorted_keys[1:] != sorted_keys[:-1]
    lead = order[np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))]
    return order[~new], lead[~new]


def agreement(found: Signatures, left: Places, right: Places) -> npt.NDArray[np.float64]:
    """Return the share of minhashes in which pairs agree."""
    made = np.empty(len(left))
    for first in range(0, len(left), _PART):
        part = slice(first, first + _PART)
        made[part] = (found[left[part]] == found[right[part]]).mean(axis=1)
    return made


def _join(parents: list[int], one: int, other: int) -> None:
    """Put two trees together; the lower number stays on top."""
    a, b = _root(parents, one), _root(parents, other)
    if a != b:
        parents[max(a, b)] = min(a, b)


def _root(parents: list[int], at: int) -> int:
    """Return the top of a tree, shortening the way there."""
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at


def _roots(parents: list[int]) -> Places:
    """Return the top of every text's tree."""
    tops = np.array(parents)
    while True:
        higher = tops[tops]
        if np.array_equal(higher, tops):
            return tops
        tops = higher
