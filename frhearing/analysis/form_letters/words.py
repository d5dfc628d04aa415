"""Turns texts into the words and 3-word shingles by which letters are compared."""

import hashlib
import re
from collections.abc import Iterable
from itertools import chain

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int64]

SHINGLE = 3
"""So many words in a row make one shingle."""

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_PLAIN = "".join(chr(n).lower() if chr(n).isalnum() else " " for n in range(128))
"""What stands for each character of plain ASCII; splitting by it is several times as fast as finding words."""

# Chinese and Japanese have no spaces between words: each of their characters stands as a word.
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+").findall
FIND_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+").finditer
"""Finds the words of a text with their places."""


def words(text: str) -> list[str]:
    """Return the lower-case words of a text without punctuation."""
    return text.translate(_PLAIN).split() if text.isascii() else _WORD(text.lower())


class Vocabulary(dict[str, int]):
    """Each word's own 64-bit number; the same word has the same number in every run and on every computer."""

    def __missing__(self, word: str) -> int:
        number = int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")
        self[word] = number
        return number


def mixed(x: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Return numbers whose every bit depends on every bit of those given (the finalizer of MurmurHash3)."""
    x = x ^ (x >> np.uint64(33))
    x *= np.uint64(0xFF51AFD7ED558CCD)
    x ^= x >> np.uint64(33)
    x *= np.uint64(0xC4CEB9FE1A85EC53)
    x ^= x >> np.uint64(33)
    return x


def shingled(texts: Iterable[list[str]], vocabulary: Vocabulary) -> tuple[Hashes, Places]:
    """Return the shingles of texts one after the other, and where each text begins (one place more than texts).

    A text of fewer words than a shingle has one shingle of what there is; an empty one has the shingle 0.
    """
    each = [found or [""] for found in texts]
    lengths = np.fromiter(map(len, each), np.int64, len(each))
    total = int(lengths.sum())
    numbers = np.fromiter(map(vocabulary.__getitem__, chain.from_iterable(each)), np.uint64, total)
    ends = np.cumsum(lengths)
    made = numbers.copy()
    keep = np.ones(total, bool)
    for step in range(1, SHINGLE):
        following = np.zeros_like(numbers)
        following[: total - step] = numbers[step:]
        made = mixed(made * np.uint64(0x9E3779B97F4A7C15) + following)
        keep[ends[lengths >= SHINGLE] - step] = False
    for short in np.flatnonzero(lengths < SHINGLE).tolist():
        start, end = int(ends[short] - lengths[short]), int(ends[short])
        keep[start + 1 : end] = False
        made[start] = vocabulary[" ".join(each[short])]
    counts = np.where(lengths >= SHINGLE, lengths - SHINGLE + 1, 1)
    starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts)))
    return (made[keep] >> np.uint64(32)).astype(np.uint32), starts
