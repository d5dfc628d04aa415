"""Minhash signatures: short summaries of texts whose agreement estimates how many shingles they share."""

import numpy as np
import numpy.typing as npt

from frhearing.analysis.form_letters.words import Hashes, Places

MINHASHES = 64
_BLOCK = 1 << 17
"""So many shingles are hashed at a time: they stay in the processor's own memory."""

_rng = np.random.default_rng(1)
_FACTORS = _rng.integers(0, 2**31, MINHASHES, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
_SHIFTS = _rng.integers(0, 2**32, MINHASHES, dtype=np.uint32)

Signatures = npt.NDArray[np.uint32]


def signatures(shingles: Hashes, starts: Places) -> Signatures:
    """Return one row of minhashes for each text; ``starts`` says where its shingles begin."""
    texts = len(starts) - 1
    made = np.empty((texts, MINHASHES), np.uint32)
    first = 0
    while first < texts:
        last = int(np.searchsorted(starts, starts[first] + _BLOCK, "right")) - 1
        last = min(max(last, first + 1), texts)
        block = shingles[starts[first] : starts[last]]
        begins = starts[first:last] - starts[first]
        room = np.empty_like(block)
        for number in range(MINHASHES):
            np.multiply(block, _FACTORS[number], out=room)
            np.bitwise_xor(room, _SHIFTS[number], out=room)
            made[first:last, number] = np.minimum.reduceat(room, begins)
        first = last
    return made
